/** What the address and the visitor's choices amount to: language, lesson, theme. */
import { useLayoutEffect } from 'react'
import { isLanguage, type Language, preferredLanguage } from '../i18n/language.ts'
import type { Lesson } from '../lessons/lesson.ts'
import { lessons, lessonWithId } from '../lessons/registry.ts'
import type { Theme } from '../paint/color.ts'
import { type Address, addressOfLesson, formatAddress, themes } from './address.ts'
import { recall, remember } from './remember.ts'
import { changeAddress, useAddress } from './useAddress.ts'

export type Screen = {
  readonly address: Address
  readonly language: Language
  readonly theme: Theme
  readonly lesson: Lesson
  /** Position of the lesson, from 0. */
  readonly lessonIndex: number
}

/** Resolves an address: what it leaves open comes from earlier visits, then from the browser. */
export function useScreen(): Screen {
  const address = useAddress()
  const remembered = recall('language')
  const language =
    address.language ?? (isLanguage(remembered) ? remembered : preferredLanguage(navigator.languages))
  const theme = address.theme ?? rememberedTheme() ?? systemTheme()
  const lesson = lessonWithId(address.lesson ?? '') ?? lessons[0]
  const { present } = address

  // Before the paint: canvases and style sheet read theme and language from the root element.
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dataset.theme = theme
    root.toggleAttribute('data-present', present)
  }, [language, theme, present])

  // The address bar always says which screen this is, so that it can be copied.
  useLayoutEffect(() => changeAddress({ language, lesson: lesson.id }), [language, lesson.id])

  return { address, language, theme, lesson, lessonIndex: lessons.indexOf(lesson) }
}

export function chooseLanguage(language: Language): void {
  remember('language', language)
  changeAddress({ language })
}

export function chooseTheme(theme: Theme): void {
  remember('theme', theme)
  changeAddress({ theme })
}

export function hrefOfLesson(address: Address, lesson: Lesson): string {
  return formatAddress(addressOfLesson(address, lesson.id))
}

function rememberedTheme(): Theme | null {
  const value = recall('theme')
  return themes.find((theme) => theme === value) ?? null
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
