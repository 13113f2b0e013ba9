import type { Template } from './template.ts';

/** Business customers are handed from people to people; most of them are lost between contract and first use. */
export const businessOnboarding: Template = {
  title: 'B2B onboarding',
  text: 'From signed contract to daily use, with every team that a new business customer meets.',
  stages: [
    { title: 'Agree', lifecycle: 'sales', steps: ['Negotiates the contract', 'Signs!'] },
    { title: 'Hand over', lifecycle: 'service', steps: ['Meets the new contact!', 'Explains the goals again'] },
    {
      title: 'Set up',
      lifecycle: 'service',
      steps: ['Provides data and access', 'Waits for the set-up', 'Checks the result'],
    },
    { title: 'Learn', lifecycle: 'service', steps: ['Trains the team', 'Goes live!'] },
    { title: 'Adopt', lifecycle: 'service', steps: ['Reaches the first goal!', 'Reviews the first quarter'] },
    { title: 'Renew or leave', lifecycle: 'dismissal', steps: ['Decides whether to go on', 'Takes the data along'] },
  ],
  lanes: [
    { department: 'Sales', visibility: 'frontstage' },
    { department: 'Customer success', visibility: 'frontstage' },
    { department: 'Training', visibility: 'frontstage' },
    { department: 'Implementation', visibility: 'backstage' },
    { department: 'Legal', visibility: 'backstage' },
    { department: 'Finance', visibility: 'backstage' },
    { department: 'Engineering', visibility: 'support' },
    { notes: 'Pains and ideas' },
  ],
};
