import { COLUMN_NAMES } from '../columnNames.ts';
import { plainName } from '../columns.ts';

/** What a row can mean where every step is a column. */
export const ROW_MEANINGS = [
  'stage',
  'step',
  'description',
  'emotion',
  'belief',
  'quote',
  'momentOfTruth',
  'touchpoint',
  'department',
  'owner',
  'channel',
  'systems',
  'metrics',
  'pain',
  'idea',
] as const;
export type RowMeaning = (typeof ROW_MEANINGS)[number];

/** A row's label as it is understood: `action` is what the customer does, which is a step's name where nothing else is. */
export type LabelMeaning = RowMeaning | 'action';

const exact = new Map<string, LabelMeaning>(
  ROW_MEANINGS.flatMap((meaning) => COLUMN_NAMES[meaning].map((name): [string, RowMeaning] => [name, meaning])),
);

/** Words within longer labels: "Pain points & frustrations", "Emotions (1-5)", "What does the customer do?". */
const words: readonly (readonly [LabelMeaning, RegExp])[] = [
  ['momentOfTruth', /moments? of truth|moment der wahrheit/],
  ['pain', /pain|frustrat|problem|barrier|obstacle|issue|schmerz|hürde|dolor|irritant/],
  ['idea', /opportunit|idea|improve|solution|chance|ideen?\b|verbesser|maßnahme|potenzial|potential|oportunidad/],
  ['quote', /quote|verbatim|thought|thinking|thinks?\b|says?\b|saying|zitat|gedanke|denkt|sagt|citation/],
  ['belief', /\bbelief|we (think|believe)/],
  [
    'emotion',
    /emotion|feeling|feels?\b|mood|sentiment|gefühl|stimmung|fühlt|satisfaction|zufriedenheit|ressenti|emoci/,
  ],
  [
    'touchpoint',
    /touch ?-?points?|kontaktpunkt|berührungspunkt|interaction|front ?-?stage|back ?-?stage|front ?-?office|back ?-?office|support(ing)? process|internal (action|process)|unterstützende prozesse|points? de contact|puntos? de contacto/,
  ],
  ['metrics', /\bkpis?\b|metrics?\b|kennzahl|messgröße/],
  ['owner', /\bowner|ownership|responsib|accountab|in charge|verantwort|zuständig|responsable/],
  ['department', /department|\bteams?\b|abteilung|bereich|business unit|stakeholder|departamento|département/],
  ['channel', /channel|kanal|kanäle|\bmedium|canal/],
  ['systems', /\bsystems?\b|\btools?\b|software|technolog|\bit\b|systeme|anwendung/],
  [
    'action',
    /\bactions?\b|activit|\bdoing|\bdoes\b|behaviou?r|handlung|aktion|aktivität|\btasks?\b|tätigkeit|acciones|tut\b/,
  ],
  ['stage', /\bstages?\b|\bphasen?\b|\bphases?\b|étape|etapa/],
  ['step', /\bsteps?\b|schritt|\bpasos?\b/],
];

/** What the label of a row says it means; null when it says nothing we know. */
export function labelMeaning(label: string): LabelMeaning | null {
  const known = exact.get(plainName(label));
  if (known) return known;
  // A sentence is content, not a label.
  const text = label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > 60) return null;
  const outside = text.replace(/\([^)]*\)/g, ' ');
  return words.find(([, word]) => word.test(outside))?.[0] ?? null;
}

const DEPARTMENTS =
  /^(marketing|sales|service|customer (service|care|success|support)|support|it|finance|billing|accounting|legal|compliance|hr|human resources|operations|logistics|warehouse|production|purchasing|procurement|product|engineering|field( service)?|delivery|retail|store|shop|branch|(call|contact) (centre|center)|reception|front desk|back office|vertrieb|verkauf|kundenservice|kundendienst|kundenbetreuung|einkauf|lager|logistik|produktion|buchhaltung|rechnungswesen|finanzen|recht|personal|technik|außendienst|innendienst|filiale|e-?commerce|ventes?|ventas|comercial|finanzas|atención al cliente|service client)s?$/i;

/** Whether a label is a department's name: its row then holds what that department does. */
export const namesDepartment = (label: string): boolean => DEPARTMENTS.test(label.trim());
