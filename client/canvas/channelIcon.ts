import {
  Building2,
  Calendar,
  FileText,
  Globe,
  Handshake,
  Headphones,
  type LucideIcon,
  Mail,
  Mailbox,
  Megaphone,
  MessageCircle,
  MessageSquareText,
  Phone,
  Receipt,
  Server,
  Share2,
  Smartphone,
  Store,
  Truck,
  Users,
  Waypoints,
  Wrench,
} from 'lucide-react';

/**
 * Channels are free text, so they are known by the words in them; the first row that matches decides. "Call centre"
 * must be asked before "centre", "app" only as a word of its own.
 */
const CHANNELS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/\b(call cent(er|re)|contact cent(er|re)|helpline|hotline|helpdesk|help desk|support line)\b/, Headphones],
  [/\b(phone|telephone|call|calls|voice|ivr)\b/, Phone],
  [/\b(e-?mail|newsletter)\b/, Mail],
  [/\b(live ?chat|chat|chatbot|bot|messenger|whatsapp)\b/, MessageCircle],
  [/\b(sms|text message|text|push|notification)\b/, MessageSquareText],
  [/\b(app|mobile app|mobile|smartphone)\b/, Smartphone],
  [/\b(social( media)?|facebook|instagram|linkedin|tiktok|x\.com|twitter|youtube|forum|community|review)\b/, Share2],
  [/\b(ad|ads|advert\w*|tv|radio|billboard|campaign|search|marketing|press|print)\b/, Megaphone],
  [/\b(web|website|online|internet|browser|portal|site|page|shop online|web shop)\b/, Globe],
  [/\b(meeting|workshop|appointment|consultation|conference|video( call)?)\b/, Users],
  [/\b(calendar|booking|schedul\w*|slot)\b/, Calendar],
  [/\b(visit|engineer|technician|repair|installation|on[- ]?site|field)\b/, Wrench],
  [/\b(delivery|courier|parcel|shipping|transport|ambulance|vehicle)\b/, Truck],
  [/\b(post|letter|mail|postal)\b/, Mailbox],
  [/\b(bill|invoice|receipt|statement|payment)\b/, Receipt],
  [/\b(store|shop|branch|retail|counter|kiosk|desk|in[- ]?store|reception|station)\b/, Store],
  [/\b(in[- ]?person|face[- ]to[- ]face|f2f|personal|handover|hand-over|bedside|ward)\b/, Handshake],
  [/\b(form|document|paper|pdf|contract|file|record)\b/, FileText],
  [/\b(system|internal|crm|erp|database|software|back ?office|queue|ticket|tool)\b/, Server],
  [/\b(office|hospital|clinic|building|site|department)\b/, Building2],
];

/** The icon of a channel; a text nobody foresaw gets one that stands for any way, and its words say which. */
export function channelIcon(channel: string): LucideIcon {
  const text = channel.toLowerCase();
  return CHANNELS.find(([words]) => words.test(text))?.[1] ?? Waypoints;
}
