/** axe-core inside the page. */
import type { Page } from '@playwright/test'
import axeCore from 'axe-core'

/** Once for each page that is loaded. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.evaluate(axeCore.source)
}

/** Rules of WCAG 2.2 A and AA and axe's advice; or only those named. Each violation with the places where it is. */
export async function violationsOf(page: Page, rules: readonly string[] | null): Promise<readonly string[]> {
  return await page.evaluate(async (rules) => {
    type Violation = {
      readonly id: string
      readonly help: string
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
    }
    type Axe = {
      run(context: Document, options: object): Promise<{ readonly violations: readonly Violation[] }>
    }
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: rules } }),
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
    )
  }, rules)
}
