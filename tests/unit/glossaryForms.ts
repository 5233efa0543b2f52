/** Every form in which a term of the glossary occurs in a text, so that no first use is missed. */
import type { TermId } from '../../src/i18n/glossary.ts'

type Forms = { readonly [Id in TermId]: { readonly de: RegExp; readonly en: RegExp } }

/** Where two forms overlap, the longer one counts: in “max pooling layer” nobody means a layer of pools. */
export const glossaryForms: Forms = {
  tensor: { de: /\bTensor(?:s|en)?\b/g, en: /\btensors?\b/gi },
  weight: { de: /\bGewicht(?:e[sn]?|s)?\b/g, en: /\bweights?\b/gi },
  bias: { de: /\bBias\b/g, en: /\bbias(?:es)?\b/gi },
  filter: { de: /\bFiltern?s?\b/g, en: /\b(?:filter|kernel)s?\b/gi },
  'filter-channel': { de: /\bFilterkan(?:al|als|äle|älen)\b/g, en: /\bfilter channels?\b/gi },
  convolution: { de: /\bFaltung(?:en)?\b/g, en: /\bconvolutions?\b/gi },
  'feature-map': { de: /\b(?:Merkmalsk|K)arten?\b/g, en: /\b(?:feature )?maps?\b/gi },
  'convolved-map': { de: /\bFaltungsergebnis(?:se|sen|ses)?\b/g, en: /\bconvolved maps?\b/gi },
  stride: { de: /\bSchrittweiten?\b/g, en: /\bstrides?\b/gi },
  padding: {
    de: /\bAuffüllen mit Nullen\b|\baufgefüllt\b|\bRand aus Nullen\b/gi,
    en: /\bpadd(?:ing|ed)\b/gi,
  },
  relu: { de: /\bReLU\b/g, en: /\bReLU\b/g },
  activation: { de: /\bAktivierung(?:en)?\b/g, en: /\bactivations?\b/gi },
  'pre-activation': { de: /\bVoraktivierung(?:en)?\b/g, en: /\bpre-activations?\b/gi },
  'max-pooling': { de: /\bMax-Pooling\b/g, en: /\bmax pooling\b/gi },
  'receptive-field': { de: /\brezeptive[nms]? Feld(?:e[sr]?|ern|s)?\b/gi, en: /\breceptive fields?\b/gi },
  'fully-connected': {
    de: /\bvollständig verbunden(?:e[nr]?)?(?: Schicht(?:en)?)?\b/gi,
    en: /\bfully connected(?: layers?)?\b/gi,
  },
  logit: { de: /\bLogits?\b/g, en: /\blogits?\b/gi },
  softmax: { de: /\bSoftmax\b/g, en: /\bsoftmax\b/gi },
  probability: { de: /\bWahrscheinlichkeit(?:en)?\b/g, en: /\bprobabilit(?:y|ies)\b/gi },
  dropout: { de: /\bDropouts?\b/g, en: /\bdropout\b/gi },
  'keep-probability': { de: /\bBehaltewahrscheinlichkeit(?:en)?\b/g, en: /\bkeep probabilit(?:y|ies)\b/gi },
  label: { de: /\bLabels?\b/g, en: /\blabels?\b/gi },
  'one-hot': { de: /\bOne-hot(?:-Kodierung(?:en)?)?\b/gi, en: /\bone-hot\b/gi },
  'training-set': { de: /\bTrainingsdaten\b/g, en: /\btraining (?:set|data)\b/gi },
  'test-set': { de: /\bTestdaten\b/g, en: /\btest (?:set|data)\b/gi },
  'validation-set': { de: /\bValidierungsdaten\b/g, en: /\bvalidation (?:set|data)\b/gi },
  training: { de: /\bTrainings?\b|\btrainier\w*/gi, en: /\btrain(?:s|ed|ing)?\b/gi },
  // „Schritt für Schritt“ is no step of the optimizer.
  step: { de: /(?<!für )\bSchritt(?:e[sn]?|s)?\b(?! für)/g, en: /(?<!by )\bsteps?\b(?! by)/gi },
  batch: { de: /\bBatch(?:e?s)?\b/g, en: /\bbatch(?:es)?\b/gi },
  epoch: { de: /\bEpochen?\b/g, en: /\bepochs?\b/gi },
  // The verb is no term.
  run: {
    de: /\bL(?:auf(?:e?s)?|äufen?)\b/g,
    en: /(?<=\b(?:a|the|this|that|each|every|your|whole|one|new) )runs?\b|^runs?$/gi,
  },
  seed: { de: /\bStartwert(?:e[sn]?|s)?\b/g, en: /\bseeds?\b/gi },
  loss: { de: /\bVerlust(?:e[sn]?|s)?\b/g, en: /\bloss(?:es)?\b/gi },
  'cross-entropy': { de: /\bKreuzentropien?\b/g, en: /\bcross-entrop(?:y|ies)\b/gi },
  gradient: { de: /\bGradient(?:en)?\b/g, en: /\bgradients?\b/gi },
  backpropagation: { de: /\bBackpropagation\b|\bFehlerrückführung\b/g, en: /\bbackpropagation\b/gi },
  'learning-rate': { de: /\bLernraten?\b/g, en: /\blearning rates?\b/gi },
  adam: { de: /\bAdams?\b/g, en: /\bAdam\b/g },
  accuracy: { de: /\bGenauigkeit(?:en)?\b/g, en: /\baccurac(?:y|ies)\b/gi },
  'confusion-matrix': { de: /\bKonfusionsmatri(?:x|zen)\b/g, en: /\bconfusion matri(?:x|ces)\b/gi },
  histogram: { de: /\bHistogramm(?:e[sn]?|s)?\b/g, en: /\bhistograms?\b/gi },
  summary: { de: /\bZusammenfassung(?:en)?\b/g, en: /\bsummar(?:y|ies)\b/gi },
}
