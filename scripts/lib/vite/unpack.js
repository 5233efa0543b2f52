// The first script of the one-file edition: unpacks the parts, gives each an address in memory, and starts the page.
;(async () => {
  const kinds = { js: 'text/javascript', wasm: 'application/wasm', css: 'text/css' }

  async function unpack(element) {
    const packed = await fetch(`data:;base64,${element.textContent}`)
    element.remove()
    const type = kinds[element.dataset.part.split('.').at(-1)]
    const bytes = await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    return new Blob([bytes], { type })
  }

  /** Runs before everything else in the page and in each worker. `ownAddress` gives the script that runs it a new address. */
  function prepare(addresses, ownAddress) {
    globalThis.faltwerkParts = addresses
    const { Worker } = globalThis
    // Opened from disk, a page and its workers are strangers to each other: no worker can be a module or read what
    // the page has an address for, and none can be started again from the address that it has itself.
    globalThis.Worker = class extends Worker {
      constructor(address, { name } = {}) {
        super(String(address) === globalThis.location.href ? ownAddress() : address, { name })
      }
    }
  }

  /** Begins a worker's script, which brings along all that it needs, itself included. */
  function begin(prepare, addresses, script) {
    const text = `(${begin})(${prepare}, ${JSON.stringify(addresses)}, ${script})`
    prepare(addresses, () => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))
    script()
  }

  function dataAddress(blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result)
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(blob)
    })
  }

  async function addressOf(blob, addresses) {
    if (blob.type !== kinds.js) return await dataAddress(blob)
    const script = `function () {\n${await blob.text()}\n}`
    const worker = `(${begin})(${prepare}, ${JSON.stringify(addresses)}, ${script})`
    return URL.createObjectURL(new Blob([worker], { type: kinds.js }))
  }

  try {
    const elements = [...document.querySelectorAll('script[data-part]')]
    const [style, ...blobs] = await Promise.all(elements.map(unpack))
    const page = blobs.pop()
    document.head.append(document.createElement('style'))
    document.head.lastElementChild.textContent = await style.text()
    // What a script asks for stands before it.
    const addresses = {}
    for (const [at, blob] of blobs.entries()) {
      addresses[elements[at + 1].dataset.part] = await addressOf(blob, addresses)
    }
    prepare(addresses)
    await import(URL.createObjectURL(page))
  } catch (error) {
    document.getElementById('cannot-start').hidden = false
    throw error
  }
})()
