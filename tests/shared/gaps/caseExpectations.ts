/**
 * What an experienced service designer expects to be told about each case, and what would annoy them. `rule: item` names
 * a finding by its rule and the first item it points at; the engine must find exactly the expected ones.
 */
export interface CaseExpectation {
  readonly expected: readonly { readonly because: string; readonly findings: readonly string[] }[];
  readonly annoying: readonly { readonly because: string; readonly findings: readonly string[] }[];
}

/** Said of every case by the nature of the files: none backs an emotion, and only one counts money. */
const nothingBacked = 'No file says where its emotions come from: said once for the map, not at every step.';
const nobodysJourney = 'A finished map that names no persona is asked once whose journey it is.';
const notWorth = 'It has numbers and no money, so nobody can say which gap costs most: said once.';
const insideOnly = 'Whatever is measured is measured from inside: said once for the map.';

export const caseExpectations: Readonly<Record<string, CaseExpectation>> = {
  'business-bank-onboarding.csv': {
    expected: [
      {
        because: 'The file itself says that nothing travels here: the customer is asked for the same papers again.',
        findings: [
          'repeated-information: Creates client record (PS-001 initial contact) → Collects documents (PS-002)',
          'repeated-information: KYC verification (PS-003) → Collects documents (PS-002)',
        ],
      },
      {
        because:
          'Each of the six crosses between departments with different owners, and nobody answers for the way between.',
        findings: [
          'handoff-unowned: Collects documents (PS-002) → KYC verification (PS-003)',
          'handoff-unowned: KYC verification (PS-003) → Collects documents (PS-002)',
          'handoff-unowned: Risk assessment (PS-005); rating criteria differ between officers → Sets up account, four-eyes check (PS-006)',
          'handoff-unowned: Creates client record (PS-001 initial contact) → Sets up account, four-eyes check (PS-006)',
          'handoff-unowned: Activates products (PS-007) → Welcome and hand-over to business as usual (PS-008)',
          'handoff-unowned: Sets up account, four-eyes check (PS-006) → Activates products (PS-007)',
        ],
      },
      {
        because: 'Incomplete papers go from the relationship manager to Compliance and back: the pain of this journey.',
        findings: ['ping-pong: KYC verification (PS-003) → Collects documents (PS-002)'],
      },
      {
        because: 'The first joy ends with the checklist, and two stages end at the bottom.',
        findings: [
          'emotion-drop: Receives document checklist',
          'bad-ending: Answers follow-up requests for missing or corrected documents',
          'bad-ending: Has to chase the status; hears nothing for 2-3 days',
        ],
      },
      {
        because:
          'Somebody sends the checklist and the follow-ups; the map does not say who, and customers suffer there.',
        findings: [
          'step-untouched: Answers follow-up requests for missing or corrected documents',
          'step-untouched: Receives document checklist',
        ],
      },
      {
        because: 'Work is done in these stages and nothing is measured.',
        findings: ['unmeasured: Getting started', 'unmeasured: Getting activated'],
      },
      { because: insideOnly, findings: ['unbalanced-metric: Submitting my application'] },
      { because: nothingBacked, findings: ['no-evidence: First contact with the relationship manager'] },
      { because: notWorth, findings: ['no-money: Getting started'] },
      { because: nobodysJourney, findings: ['no-persona: Getting started'] },
    ],
    annoying: [
      {
        because: 'Inside Compliance one person owns all three touchpoints.',
        findings: ['handoff-unowned: KYC verification (PS-003) → AML screening (PS-004)'],
      },
      {
        because: 'Customers log in alone and gladly.',
        findings: ['step-untouched: First log-in to online banking'],
      },
      {
        because: 'Between the steps with work the case is handed on, over steps at which nobody works.',
        findings: ['handoff-missing: KYC verification (PS-003)'],
      },
      {
        because: 'That it leads back to an earlier stage is a consequence of the ping-pong.',
        findings: ['backwards: KYC verification (PS-003) → Collects documents (PS-002)'],
      },
      {
        because: 'Onboarding begins after the sale; nobody claims that this map shows the whole life of a customer.',
        findings: ['lifecycle-incomplete: Getting started'],
      },
    ],
  },

  'hospital-hip-fracture-pathway.csv': {
    expected: [
      {
        because: 'Here the pathway breaks: the file itself says "unclear who organises what".',
        findings: [
          'touchpoint-unowned: Discharge; unclear who organises what',
          'touchpoint-unowned: Community services start late or are disjointed',
          'touchpoint-unowned: Return to pre-fracture home',
          'touchpoint-unowned: Multidisciplinary meeting shares information',
        ],
      },
      {
        because: 'Twelve times the patient passes between departments, and nobody is named for any of them.',
        findings: [
          'handoff-unowned: Multidisciplinary meeting shares information → Discharge therapy assessment',
          'handoff-unowned: Discharge; unclear who organises what → Community services start late or are disjointed',
          'handoff-unowned: Discharge therapy assessment → Discharge; unclear who organises what',
          'handoff-unowned: Pain relief → Admission to acute hip-fracture ward',
          'handoff-unowned: Admission to acute hip-fracture ward → Optimises fitness for surgery',
          'handoff-unowned: Decision to operate made with medical team → Optimises fitness for surgery',
          'handoff-unowned: Optimises fitness for surgery → Anaesthetic assessment',
          'handoff-unowned: Optimises fitness for surgery → Decision to operate made with medical team',
          'handoff-unowned: Anaesthetic assessment → Decision to operate made with medical team',
          'handoff-unowned: Operation → Gets patient up on first day after surgery',
          'handoff-unowned: Gets patient up on first day after surgery → Daily review',
          'handoff-unowned: Daily review → Multidisciplinary meeting shares information',
        ],
      },
      {
        because: 'From +1 at the daily review to −2 at discharge, over a meeting that the patient does not attend.',
        findings: ['emotion-drop: Learns the discharge plan late or not at all'],
      },
      {
        because: 'Three stages end badly, the last at home, which is what patient and carer remember.',
        findings: [
          'bad-ending: Learns the discharge plan late or not at all',
          'bad-ending: Place on trauma list',
          'bad-ending: Carer takes over at home',
        ],
      },
      {
        because: 'The decision waits for fitness and fitness for the decision; the discharge goes to Therapy and back.',
        findings: [
          'ping-pong: Optimises fitness for surgery → Decision to operate made with medical team',
          'ping-pong: Discharge therapy assessment → Discharge; unclear who organises what',
        ],
      },
      {
        because: 'How these feel was not asked, though most steps are rated.',
        findings: [
          'emotion-unrated: Early alert that a hip-fracture patient is arriving',
          'emotion-unrated: Decision to operate made with medical team',
          'emotion-unrated: Operation',
          'emotion-unrated: Multidisciplinary meeting shares information',
        ],
      },
      {
        because: 'Arrival and discharge have no number at all.',
        findings: ['unmeasured: Discharge', 'unmeasured: Arrival'],
      },
      { because: insideOnly, findings: ['unbalanced-metric: Before surgery'] },
      { because: nothingBacked, findings: ['no-evidence: Assessment and investigations'] },
      { because: notWorth, findings: ['no-money: Arrival'] },
      { because: nobodysJourney, findings: ['no-persona: Arrival'] },
    ],
    annoying: [
      {
        because: 'The patient reaches each department over a chain, not always from the step before.',
        findings: [
          'handoff-missing: Decision to operate made with medical team',
          'handoff-missing: Optimises fitness for surgery',
          'handoff-missing: Place on trauma list',
        ],
      },
      {
        because: 'Inside the emergency department one hand gives to the other.',
        findings: ['handoff-unowned: Assessment and investigations → Pain relief'],
      },
      {
        because:
          'A hospital draws no marketing and no sales; that it discharges is no claim to the whole life of a customer.',
        findings: ['lifecycle-incomplete: Arrival'],
      },
      { because: 'The return home is the end of the pathway.', findings: ['dead-end: Return to pre-fracture home'] },
    ],
  },

  'nng-switching-mobile-plan.csv': {
    expected: [
      {
        because:
          'Web, Marketing and Customer support each do their part; what the customer saw does not reach the call.',
        findings: [
          "handoff-unowned: Uses current carrier's website tool to compare options → Calls current carrier to say she is shopping around",
          'handoff-unowned: Competitor-offer database kept up to date (internal) → Calls current carrier to say she is shopping around',
        ],
      },
      {
        because: 'Comparing ends with a website that does not compare, negotiating with a call to the competitors.',
        findings: [
          "bad-ending: Uses current carrier's website tool to compare options",
          'bad-ending: Calls competitors to see what they offer',
        ],
      },
      { because: insideOnly, findings: ['unbalanced-metric: Compare'] },
      { because: nothingBacked, findings: ['no-evidence: Reviews current plan'] },
    ],
    annoying: [
      {
        because: 'Nobody in the company owns a television spot of the competitors, or a consumer-reports site.',
        findings: [
          'touchpoint-unowned: Sees a TV commercial ("that offer seems better than mine")',
          'touchpoint-unowned: Researches companies and offers on a consumer-reports site',
          'touchpoint-unowned: Calls competitors to see what they offer',
        ],
      },
      {
        because: 'The customer goes to the competitors and comes back by herself: no department sends her.',
        findings: [
          "handoff-unowned: Researches companies and offers on a consumer-reports site → Uses current carrier's website tool to compare options",
          'handoff-unowned: Calls current carrier to say she is shopping around → Calls competitors to see what they offer',
          'ping-pong: Calls competitors to see what they offer → Decides and calls customer service to switch',
        ],
      },
      {
        because: 'Keeping the database up to date is no step of the customer: nobody hands her over to it.',
        findings: [
          'handoff-missing: Competitor-offer database kept up to date (internal)',
          'bad-ending: Competitor-offer database kept up to date (internal)',
          'emotion-unrated: Competitor-offer database kept up to date (internal)',
        ],
      },
      {
        because: 'She thinks about her plan alone; the company has nothing to do or to measure there.',
        findings: [
          'step-untouched: Reviews current plan',
          'step-untouched: Sets parameters for a new plan',
          'unmeasured: Define',
        ],
      },
      {
        because: 'Her mood sinks step by step; nowhere does it fall.',
        findings: ['emotion-drop: Calls current carrier to say she is shopping around'],
      },
    ],
  },

  'rail-europe-experience-map.csv': {
    expected: [
      {
        because: 'Website, contact centre and fulfilment share one traveller and no agreement.',
        findings: [
          'handoff-unowned: Reviews and confirms; site feels easy and friendly → Calls when a question comes up and gets no answer',
          'handoff-unowned: Selects pass(es); many products are hard to keep apart → Asks questions by live chat',
          'handoff-unowned: Reviews and confirms; site feels easy and friendly → Waits for paper tickets, unsure they arrive in time',
          'handoff-unowned: Calls before leaving the country; nobody answers → Asks to ship to Europe and is refused',
          'handoff-unowned: Waits for paper tickets, unsure they arrive in time → Calls before leaving the country; nobody answers',
          'handoff-unowned: Asks to ship to Europe and is refused → Calls before leaving the country; nobody answers',
        ],
      },
      {
        because: 'Fulfilment and contact centre send the traveller to each other while the tickets do not come.',
        findings: [
          'ping-pong: Asks to ship to Europe and is refused → Calls before leaving the country; nobody answers',
        ],
      },
      {
        because:
          'The two falls that the original map shows: learning late about paper tickets, and a call that nobody answers.',
        findings: [
          'emotion-drop: Calls when a question comes up and gets no answer',
          'emotion-drop: Chooses delivery option; learns late which tickets are paper and which are e-tickets',
        ],
      },
      {
        because: 'Booking ends with the unanswered call, the time before travel with changed plans.',
        findings: ['bad-ending: Calls when a question comes up and gets no answer', 'bad-ending: Changes plans'],
      },
      {
        because: 'One number for six stages.',
        findings: [
          'unmeasured: Booking',
          'unmeasured: Shopping',
          'unmeasured: Post-Booking, Pre-Travel',
          'unmeasured: Research & Planning',
        ],
      },
      { because: nothingBacked, findings: ['no-evidence: Researches destinations, routes and products'] },
      { because: nobodysJourney, findings: ['no-persona: Research & Planning'] },
    ],
    annoying: [
      {
        because: 'Google, Kayak and review sites are third parties.',
        findings: [
          'touchpoint-unowned: Google searches',
          'touchpoint-unowned: Compares airfare on Kayak',
          'touchpoint-unowned: Researches hotels',
          'touchpoint-unowned: Reads travel reviews; finds them too negative to trust',
        ],
      },
      {
        because: 'Every owner in that lane is "external": Rail Europe runs no trains, and measures none.',
        findings: [
          'handoff-unowned: Receives paper tickets in the mail → Arrives at an unknown place at night; feels vulnerable',
          'unmeasured: Travel',
        ],
      },
      {
        because: 'Inside the website one team owns every page.',
        findings: ['handoff-unowned: Enters trips → Reviews fares'],
      },
      {
        because:
          'The chat answers a question, the customer feels no worse for it, and the booking goes on from the website.',
        findings: ['dead-end: Asks questions by live chat', 'handoff-missing: Confirms itinerary'],
      },
      {
        because: 'It has a fee in percent: somebody knows what a booking is worth.',
        findings: ['no-money: Research & Planning'],
      },
    ],
  },

  'va-outpatient-check-in.csv': {
    expected: [
      {
        because: 'What the patient confirmed at pre-check-in is not there at check-in: the file says none.',
        findings: [
          'repeated-information: Confirms contact details, emergency contact and next of kin → Check-in link by text 45 minutes before',
        ],
      },
      {
        because:
          'Desk, clinic, web app, text messages and travel pay hand the patient on, and nobody owns the way between.',
        findings: [
          'handoff-unowned: Files mileage claim during check-in (one claim per day) → Claim times out or has two facilities: sent to the BTSSS portal',
          'handoff-unowned: Claim times out or has two facilities: sent to the BTSSS portal → Claim status text',
          'handoff-unowned: Scheduler books in VSE-GUI → Pre-check-in text; long, often not read',
          'handoff-unowned: Watches status list every few minutes across four systems → Asks by instant message whether the patient is here',
          'handoff-unowned: Asks by instant message whether the patient is here → Watches status list every few minutes across four systems',
          'handoff-unowned: Staff teach the phone check-in at the desk; some get shouted at → Answers "have you arrived?" and checks in',
          'handoff-unowned: Watches status list every few minutes across four systems → Calls patient back; go to desk after 15 minutes',
          'handoff-unowned: Answers "have you arrived?" and checks in → Watches status list every few minutes across four systems',
          'handoff-unowned: Answers "have you arrived?" and checks in → Insurance needs review: told to check in at the desk',
        ],
      },
      {
        because:
          'Desk and clinic ask each other whether the patient is there; the desk teaches the app, the app sends to the desk.',
        findings: [
          'ping-pong: Asks by instant message whether the patient is here → Watches status list every few minutes across four systems',
          'ping-pong: Answers "have you arrived?" and checks in → Insurance needs review: told to check in at the desk',
        ],
      },
      {
        because: 'A claim filed in good mood times out.',
        findings: ['emotion-drop: Claim times out or has two facilities: sent to the BTSSS portal'],
      },
      {
        because: 'Both stages before the visit leave the patient below zero.',
        findings: [
          'bad-ending: Schedules by phone, secure message, letter or online',
          'bad-ending: Believes pre-check-in was check-in',
        ],
      },
      {
        because: 'Two stages have no number.',
        findings: ['unmeasured: Travel claim and after', 'unmeasured: Pre-check-in'],
      },
      { because: insideOnly, findings: ['unbalanced-metric: Before the visit'] },
      { because: nothingBacked, findings: ['no-evidence: Schedules by phone, secure message, letter or online'] },
      { because: notWorth, findings: ['no-money: Before the visit'] },
      { because: nobodysJourney, findings: ['no-persona: Before the visit'] },
    ],
    annoying: [
      {
        because: 'Text messages and web app are two channels of one product team, which sends nobody anywhere.',
        findings: [
          'handoff-unowned: Pre-check-in text; long, often not read → Confirms contact details, emergency contact and next of kin',
          'handoff-unowned: Check-in link by text 45 minutes before → Answers "have you arrived?" and checks in',
          'ping-pong: Confirms contact details, emergency contact and next of kin → Check-in link by text 45 minutes before',
        ],
      },
      {
        because: 'With the visit the patient has what they came for; the claim is handed on from check-in.',
        findings: ['dead-end: Calls patient back; go to desk after 15 minutes'],
      },
      {
        because: 'The web app is handed the claim from an earlier step.',
        findings: ['handoff-missing: Files mileage claim during check-in (one claim per day)'],
      },
      {
        because: 'The last touchpoint of the map has nothing to lead on to.',
        findings: ['dead-end: Claim status text'],
      },
    ],
  },
};
