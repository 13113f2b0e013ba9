import type { Template } from './template.ts';

/** The way to a recommendation, for products that are chosen again and again. */
export const referral: Template = {
  title: 'First contact to referral',
  text: 'How somebody who never heard of you comes to recommend you to a friend.',
  stages: [
    { title: 'Discover', lifecycle: 'marketing', steps: ['Sees us for the first time', 'Looks closer'] },
    { title: 'Try', lifecycle: 'sales', steps: ['Tries it out', 'Asks somebody who knows'] },
    { title: 'Buy', lifecycle: 'sales', steps: ['Chooses', 'Pays!'] },
    { title: 'Use', lifecycle: 'service', steps: ['Has the first success!', 'Makes it a habit', 'Gets stuck'] },
    { title: 'Stay', lifecycle: 'service', steps: ['Comes back', 'Buys more'] },
    { title: 'Recommend or leave', lifecycle: 'dismissal', steps: ['Tells a friend!', 'Stops using it'] },
  ],
  lanes: [
    { department: 'Marketing', visibility: 'frontstage' },
    { department: 'Shop', visibility: 'frontstage' },
    { department: 'Support', visibility: 'frontstage' },
    { department: 'Product', visibility: 'backstage' },
    { notes: 'What people say' },
  ],
};
