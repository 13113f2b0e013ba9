import { askAnew } from '../session/me.ts';
import { navigate } from '../ui/route.ts';
import { toast } from '../ui/toasts.ts';

/** After the account is gone from this browser: whoever sits here is a guest again, on the home page. */
export async function leave(words: string): Promise<void> {
  await askAnew();
  navigate('/');
  toast(words);
}
