import type { Template } from './template.ts';

/** Patients are handed over between professions and buildings more often than any other customer. */
export const patientJourney: Template = {
  title: 'Patient journey',
  text: 'From the first symptom to life afterwards, across practice, hospital and rehabilitation.',
  stages: [
    { title: 'Before the hospital', lifecycle: 'marketing', steps: ['Notices symptoms', 'Sees the family doctor'] },
    { title: 'Admission', lifecycle: 'sales', steps: ['Is referred', 'Arrives and registers', 'Tells the history!'] },
    {
      title: 'Treatment',
      lifecycle: 'service',
      steps: ['Is examined', 'Hears the diagnosis!', 'Is treated!', 'Recovers on the ward'],
    },
    { title: 'Discharge', lifecycle: 'dismissal', steps: ['Is told what comes next', 'Goes home!'] },
    { title: 'Afterwards', lifecycle: 'service', steps: ['Rehabilitation', 'Follow-up visit'] },
  ],
  lanes: [
    { department: 'Family doctor', visibility: 'frontstage' },
    { department: 'Registration', visibility: 'frontstage' },
    { department: 'Nursing', visibility: 'frontstage' },
    { department: 'Physicians', visibility: 'frontstage' },
    { department: 'Diagnostics', visibility: 'backstage' },
    { department: 'Social service', visibility: 'backstage' },
    { department: 'Records and IT', visibility: 'support' },
    { notes: 'Fears and questions' },
  ],
};
