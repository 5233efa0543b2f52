/** Words of the message bar; problems themselves are in `problems.ts`. */

export const de = {
  region: 'Meldungen',
  dismiss: 'Meldung schließen',
  details: 'Einzelheiten',
  restart: 'Neu starten',
  builtInInstead: 'Darum stehen jetzt die eingebauten Ziffern bereit, nicht MNIST.',
  takeover: (from: string, to: string, repeated: string) =>
    `${from} ist ausgefallen, ${to} rechnet weiter. ${repeated === '1' ? '1 Schritt wurde' : `${repeated} Schritte wurden`} wiederholt, gelernt bleibt gelernt.`,
  update:
    'Es gibt eine neue Fassung dieser Seite. Sie kommt erst, wenn du willst; dein Lauf geht danach weiter, wo er gesichert ist.',
  updateNow: 'Jetzt aktualisieren',
  plainHttp:
    'Die Seite kommt über http von einem anderen Gerät. Browser sperren dann mehrere Threads, WebGPU und den Offline-Betrieb. Training und alle Bilder gehen trotzdem, nur langsamer. Abhilfe: Öffne die Seite über https oder starte sie auf diesem Gerät selbst (localhost).',
  oneFile:
    'Faltwerk in einer Datei, ohne Server und Netz. MNIST öffnest du aus Dateien (Rechenweg und Daten). WASM hat hier nur einen Thread.',
}

export const en = {
  region: 'Messages',
  dismiss: 'Dismiss message',
  details: 'Details',
  restart: 'Restart',
  builtInInstead: 'So the built-in digits are in use now, not MNIST.',
  takeover: (from: string, to: string, repeated: string) =>
    `${from} failed, ${to} carries on. ${repeated === '1' ? '1 step was' : `${repeated} steps were`} repeated; what was learned is kept.`,
  update:
    'There is a new version of this page. It comes only when you want it; your run then continues where it was kept.',
  updateNow: 'Update now',
  plainHttp:
    'The page comes over http from another machine. Browsers then block threads, WebGPU and offline use. Training and all pictures still work, only more slowly. What helps: open the page over https, or start it on this device itself (localhost).',
  oneFile:
    'Faltwerk in one file, without server or network. Open MNIST from its files (Compute and data). WASM has only one thread here.',
} satisfies typeof de
