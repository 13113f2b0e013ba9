import skeleton from './skeleton.html?raw';
import './skeleton.css';

/**
 * The outline of the editor until the map is there, so that nothing jumps when it comes. The server puts the same into
 * the document of a map, where it stands before any code has run.
 */
export const Skeleton = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a file of ours
  <div className="skeleton" dangerouslySetInnerHTML={{ __html: skeleton }} />
);
