import type { Template } from './template.ts';

/** The whole life of a customer with a company, and the departments that most companies have. */
export const lifecycle: Template = {
  title: 'Customer lifecycle',
  text: 'From marketing to dismissal: the whole life of a customer, with a lane for each department.',
  stages: [
    { title: 'Marketing', lifecycle: 'marketing', steps: ['Notices a need', 'Hears of us'] },
    { title: 'Sales', lifecycle: 'sales', steps: ['Compares offers', 'Asks questions', 'Decides and orders!'] },
    { title: 'Onboarding', lifecycle: 'service', steps: ['Waits for the start', 'Uses it for the first time!'] },
    { title: 'Service', lifecycle: 'service', steps: ['Uses it every day', 'Pays the bill', 'Needs help!'] },
    { title: 'Dismissal', lifecycle: 'dismissal', steps: ['Thinks of leaving', 'Says goodbye'] },
  ],
  lanes: [
    { department: 'Marketing', visibility: 'frontstage' },
    { department: 'Sales', visibility: 'frontstage' },
    { department: 'Customer service', visibility: 'frontstage' },
    { department: 'Operations', visibility: 'backstage' },
    { department: 'Billing', visibility: 'backstage' },
    { department: 'IT', visibility: 'support' },
    { notes: 'Pains and ideas' },
  ],
};
