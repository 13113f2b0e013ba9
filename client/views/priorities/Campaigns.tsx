import type { Initiative } from '../../../shared/model/records.ts';
import { CampaignFields } from '../../panels/details/CampaignFields.tsx';
import view from '../View.module.css';
import styles from './Priorities.module.css';

/** Initiatives that speak to customers: to whom, how, and how it will be judged. */
export function Campaigns({ initiatives }: { readonly initiatives: readonly Initiative[] }) {
  if (initiatives.length === 0) return null;
  return (
    <section className={view.section} aria-label="Campaigns">
      <h3 className={view.heading}>Campaigns</h3>
      <div className={styles.campaigns}>
        {initiatives.map((initiative) => (
          <section key={initiative.id} className={styles.campaign} aria-label={initiative.title || 'Untitled'}>
            <h4 className={view.heading}>{initiative.title || 'Untitled initiative'}</h4>
            <CampaignFields initiative={initiative} />
          </section>
        ))}
      </div>
    </section>
  );
}
