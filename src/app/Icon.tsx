/** The few signs of the interface, drawn as lines in the colour of the text. Names stand beside them. */
const paths = {
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  down: 'M3 6l5 5 5-5',
  close: 'M4 4l8 8M12 4l-8 8',
  random:
    'M2 5h2c4 0 4 6 8 6h2M2 11h2c1.5 0 2.4-.8 3.2-1.8M9.5 6.200C10.200 5.500 11 5 12 5h2M12 3l2 2-2 2M12 9l2 2-2 2',
  pen: 'M3 13l.8-3.200L11 2.600l2.400 2.400-7.200 7.200z',
  lens: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9M10.300 10.300 14 14',
  save: 'M8 2v8M4.500 7 8 10.500 11.500 7M3 13.500h10',
  help: 'M5.500 6a2.500 2.500 0 1 1 3.600 2.200C8.300 8.700 8 9.200 8 10M8 13v.1',
  play: 'M5 3l7 5-7 5z',
  playBack: 'M11 3 4 8l7 5z',
  pause: 'M5 3v10M11 3v10',
  runs: 'M2.500 4.500h11M2.500 8h11M2.500 11.500h7',
  trash: 'M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500M6.900 7v3.500M9.100 7v3.500',
  present: 'M2 6V3h4M14 6V3h-4M2 10v3h4M14 10v3h-4',
} as const

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={paths[name]} strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
