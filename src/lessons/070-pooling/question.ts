import type { Question } from '../question.ts'
import { isLostToALarger } from './lost.ts'

export const question: Question = {
  kind: 'picture',
  tap: 'conv1',
  ask: {
    de: 'Findest du in der Karte vor dem Max-Pooling einen Wert, der verloren geht, obwohl anderswo in ihr ein kleinerer bleibt?',
    en: 'Can you find a value in the map before max pooling that is lost although a smaller one stays elsewhere in it?',
  },
  isRight: (cell, { planes }) => {
    const map = planes.get('conv1')
    return map !== undefined && isLostToALarger(map, cell)
  },
  feedback: {
    right: {
      de: 'Im selben Fenster steht ein größerer, und nur der kommt weiter.',
      en: 'There is a larger one in the same window, and only that one goes on.',
    },
    wrong: {
      de: 'Dieser Wert kommt weiter, oder es gibt keinen kleineren, der bleibt. Such ein Fenster, in dem mehrere Pixel kräftig sind, und nimm eines ohne Punkt.',
      en: 'This value goes on, or there is no smaller one that stays. Look for a window in which several pixels are strong, and take one without a dot.',
    },
  },
  explanation: {
    de: 'Verglichen wird nur innerhalb eines Fensters. Ein kräftiger Wert verliert gegen einen noch kräftigeren neben sich. Zwei Fenster weiter gewinnt ein schwacher, weil dort nichts Besseres steht. Sieh dir beide Fälle bei den vier Kandidaten an.',
    en: 'Values are compared only within a window. A strong value loses to a still stronger one beside it. Two windows further on a weak one wins, because there is nothing better there. Look at both cases among the four candidates.',
  },
}
