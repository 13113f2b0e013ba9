/**
 * What a column can mean, and the names under which it is known once case, spaces and signs are taken out: ours, those
 * that others use, and what they are in German, French and Spanish.
 */
export const COLUMN_NAMES = {
  stage: [
    ...['stage', 'stages', 'phase', 'phases', 'journeystage', 'journeyphase', 'stagename', 'phasen', 'etappe'],
    ...['abschnitt', 'journeyphasen', 'étape', 'étapes', 'etapa', 'etapas', 'fase', 'fases'],
  ],
  lifecycle: ['lifecycle', 'lifecyclestage', 'lebenszyklus'],
  step: [
    ...['step', 'steps', 'customerstep', 'journeystep', 'stepname', 'schritt', 'schritte', 'prozessschritt'],
    ...['kundenschritt', 'paso', 'pasos', 'sousétape'],
  ],
  emotion: [
    ...['emotion', 'emotions', 'feeling', 'feelings', 'mood', 'sentiment', 'emotionscore', 'emotionen'],
    ...['gefühl', 'gefühle', 'stimmung', 'émotion', 'émotions', 'ressenti', 'emoción', 'emociones'],
  ],
  persona: ['persona', 'personas', 'customertype'],
  evidence: ['evidence', 'beleg', 'belege'],
  belief: ['belief', 'companybelief'],
  quote: ['quote', 'quotes', 'customerquote', 'verbatim', 'zitat', 'zitate', 'kundenzitat', 'citation', 'cita'],
  momentOfTruth: ['momentoftruth', 'momentsoftruth', 'mot', 'momentderwahrheit', 'momentdevérité'],
  department: [
    ...['department', 'departments', 'dept', 'lane', 'team', 'teams', 'businessunit', 'abteilung', 'abteilungen'],
    ...['bereich', 'fachbereich', 'département', 'équipe', 'departamento', 'equipo'],
  ],
  visibility: ['visibility', 'sichtbarkeit'],
  touchpoint: [
    ...['touchpoint', 'touchpoints', 'title', 'touchpointname', 'contactpoint', 'interaction', 'kontaktpunkt'],
    ...['kontaktpunkte', 'berührungspunkt', 'berührungspunkte', 'interaktion', 'pointdecontact', 'puntodecontacto'],
  ],
  description: ['description', 'details', 'beschreibung', 'descripción'],
  channel: ['channel', 'channels', 'kanal', 'kanäle', 'canal', 'canaux', 'canales'],
  owner: [
    ...['owner', 'owners', 'ownedby', 'responsible', 'responsibility', 'accountable', 'responsibleperson'],
    ...['verantwortlich', 'verantwortliche', 'verantwortlicher', 'verantwortung', 'zuständig', 'zuständigkeit'],
    ...['ansprechpartner', 'responsable'],
  ],
  systems: [
    ...['systems', 'system', 'systemsused', 'tool', 'tools', 'application', 'applications', 'itsystem', 'itsysteme'],
    ...['systeme', 'anwendung', 'anwendungen', 'werkzeug', 'werkzeuge', 'système', 'systèmes', 'sistema', 'sistemas'],
  ],
  customersPerMonth: ['customersamonth', 'customerspermonth', 'customersmonth', 'customers', 'kundenpromonat'],
  costEach: ['costeach', 'cost', 'costpercontact', 'kosten', 'kostenprokontakt'],
  moneyEach: ['moneyeach', 'moneyatstake', 'money'],
  metrics: [
    'metrics',
    'metric',
    'kpi',
    'kpis',
    'measure',
    'measures',
    'kennzahl',
    'kennzahlen',
    'messgröße',
    'messgrößen',
  ],
  handsOffTo: ['handsoffto', 'handsoff', 'handoffto', 'handoffsto', 'handoff', 'handoffs', 'übergabean', 'übergabe'],
  information: ['information', 'info', 'informationpassedon', 'informationen'],
  pain: [
    ...['pain', 'pains', 'painpoint', 'painpoints', 'problem', 'problems', 'issue', 'issues', 'frustration'],
    ...['frustrations', 'schmerzpunkt', 'schmerzpunkte', 'probleme', 'hürden', 'irritants', 'puntosdedolor'],
  ],
  idea: [
    ...['idea', 'ideas', 'opportunity', 'opportunities', 'improvement', 'improvements', 'solution', 'solutions'],
    ...['idee', 'ideen', 'chance', 'chancen', 'verbesserung', 'verbesserungen', 'maßnahme', 'maßnahmen'],
    ...['verbesserungspotenzial', 'opportunités', 'oportunidades'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
