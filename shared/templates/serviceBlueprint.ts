import type { Template } from './template.ts';

/**
 * The layers of a service blueprint: what the customer meets, the line of visibility, what happens behind it and what
 * it rests on. After G. L. Shostack, "Designing Services That Deliver", Harvard Business Review, January 1984.
 */
export const serviceBlueprint: Template = {
  title: 'Service blueprint',
  text: 'One service in depth: what the customer meets, what happens behind the line of visibility, what it rests on.',
  stages: [
    { title: 'Before', lifecycle: 'sales', steps: ['Finds out how it works', 'Makes an appointment'] },
    { title: 'During', lifecycle: 'service', steps: ['Arrives', 'Is served!', 'Waits for the result'] },
    { title: 'After', lifecycle: 'service', steps: ['Pays', 'Has a question later'] },
  ],
  lanes: [
    { department: 'Reception', visibility: 'frontstage' },
    { department: 'Service staff', visibility: 'frontstage' },
    { department: 'Back office', visibility: 'backstage' },
    { department: 'Systems', visibility: 'support' },
    { department: 'Suppliers', visibility: 'support' },
    { notes: 'Evidence the customer sees' },
  ],
};
