import { expect, test } from 'vitest'
import { fetchedFrom, markOf, withFetched } from './fetched.ts'
import { fileNameIn, urlOf } from './fetchRun.ts'

test('what was fetched is known again, and only under its own address', () => {
  const text = withFetched(withFetched(null, 'a', { id: '1', mark: 'x' }), 'b', { id: '2', mark: 'y' })
  expect(fetchedFrom(text, 'a')).toEqual({ id: '1', mark: 'x' })
  expect(fetchedFrom(text, 'b')).toEqual({ id: '2', mark: 'y' })
  expect(fetchedFrom(text, 'c')).toBeNull()
})

test('the newest stands for its address, and at most twenty are remembered', () => {
  let text: string | null = null
  for (let at = 0; at < 30; at++) text = withFetched(text, `${at % 25}`, { id: `${at}`, mark: '' })
  expect(fetchedFrom(text, '4')?.id).toBe('29')
  expect(JSON.parse(text ?? '')).toHaveLength(20)
})

test('what somebody else wrote there counts as nothing', () => {
  for (const text of ['', '{', '[1,[2,3]]', '[["a",{"id":1,"mark":"x"}]]', 'null']) {
    expect(fetchedFrom(text, 'a')).toBeNull()
  }
})

test('another version of a file has another mark', () => {
  const of = (entries: Record<string, string>) => markOf(new Headers(entries))
  expect(of({ etag: '"1"', 'content-length': '5' })).not.toBe(of({ etag: '"2"', 'content-length': '5' }))
  expect(of({ 'last-modified': 'a' })).not.toBe(of({ 'last-modified': 'b' }))
})

test('runs come from the own server alone, relative to the page', () => {
  const base = 'https://school.example/ki/index.html'
  expect(urlOf('stunde-7.faltwerk', base)?.href).toBe('https://school.example/ki/stunde-7.faltwerk')
  expect(urlOf('/runs/a.faltwerk', base)?.href).toBe('https://school.example/runs/a.faltwerk')
  for (const foreign of [
    'https://other.example/a',
    '//other.example/a',
    'http://school.example/a',
    'data:,a',
    'blob:x',
  ])
    expect(urlOf(foreign, base), foreign).toBeNull()
  // A page from disk has no server.
  expect(urlOf('a.faltwerk', 'file:///home/a/index.html')).toBeNull()
})

test('a file is called as people wrote its name, whatever is in it', () => {
  const named = (address: string) => {
    const url = urlOf(address, 'https://school.example/ki/')
    return url && fileNameIn(url)
  }
  expect(named('runs/Stunde%207%20%C3%BCben.faltwerk')).toBe('Stunde 7 üben.faltwerk')
  expect(named('50%-lecture.faltwerk')).toBe('50%-lecture.faltwerk')
  expect(named('runs/')).toBe('/ki/runs/')
})
