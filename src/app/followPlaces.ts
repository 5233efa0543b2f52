/** What the visitor has opened and pointed at in a lesson, and the address, follow each other. */
import { position } from '../figures/position.ts'
import { openSum } from '../sums/openSum.ts'
import { openFolds } from '../ui/openFolds.ts'
import { comparePair, comparing, wantedPair } from './compare/comparing.ts'
import { changeAddress, changeAddressSoon, currentAddress, onAddress, undoStep } from './useAddress.ts'

/** Two holders of one value, each of which can change it. Values are plain data. */
type Holder<Value> = {
  readonly read: () => Value
  readonly write: (value: Value) => void
  readonly onChange: (changed: () => void) => void
}

/** Keeps `store` and `address` equal, beginning with what the address says. */
export function keepEqual<Value>(store: Holder<Value>, address: Holder<Value>): void {
  const bring = (from: Holder<Value>, to: Holder<Value>) => {
    const value = from.read()
    if (JSON.stringify(value) !== JSON.stringify(to.read())) to.write(value)
  }
  bring(address, store)
  store.onChange(() => bring(store, address))
  address.onChange(() => bring(address, store))
}

export function followPlaces(): void {
  keepEqual(
    {
      read: () => position.getState().cell,
      write: (cell) => position.setState({ cell }),
      onChange: position.subscribe,
    },
    { read: () => currentAddress().at, write: (at) => changeAddressSoon({ at }), onChange: onAddress },
  )
  keepEqual(
    {
      read: () => openSum.getState().site,
      write: (site) => openSum.setState({ site }),
      onChange: openSum.subscribe,
    },
    {
      read: () => currentAddress().sum,
      // On a phone the sum covers the figure, and *back* is how one leaves what has come up.
      write: (sum) => {
        if (sum === null) undoStep({ sum })
        else if (currentAddress().sum === null) changeAddress({ sum }, { asStep: true })
        else changeAddressSoon({ sum })
      },
      onChange: onAddress,
    },
  )
  keepEqual(
    { read: wantedPair, write: comparePair, onChange: comparing.subscribe },
    {
      read: () => currentAddress().ab,
      // A comparison covers the text: *back* leaves it.
      write: (ab) => {
        if (ab === null) undoStep({ ab })
        else if (currentAddress().ab === null) changeAddress({ ab }, { asStep: true })
        else changeAddressSoon({ ab })
      },
      onChange: onAddress,
    },
  )
  keepEqual(
    {
      read: () => openFolds.getState().ids,
      write: (ids) => openFolds.setState({ ids }),
      onChange: openFolds.subscribe,
    },
    { read: () => currentAddress().open, write: (open) => changeAddressSoon({ open }), onChange: onAddress },
  )
}
