import { createHash } from 'node:crypto';
import { escapeHtml } from '../../shared/executive/html.ts';

/** Stands alone: what it is about may be that nothing else can be had. */
const STYLE = `
:root { color-scheme: light dark; }
body {
  margin: 0; padding: 15vh 20px 40px; font: 15px/1.5 system-ui, sans-serif;
  background: light-dark(#fbfbf9, #16181b); color: light-dark(#1c2024, #eceef0);
}
main { max-width: 420px; margin: 0 auto; }
h1 { margin: 0 0 16px; font-size: 20px; line-height: 1.35; overflow-wrap: anywhere; }
a { color: light-dark(#0f766e, #2fb3a6); }
`;

/** What a content security policy has to name for the style inside. */
export const plainPageStyle = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** A page that says one thing to a person; `leadsHome`: it shows the way to the maps, too. */
export const plainPage = (sentence: string, leadsHome: boolean): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(sentence)} · Throughline</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escapeHtml(sentence)}</h1>${leadsHome ? '<p><a href="/">To the maps</a></p>' : ''}</main></body>
</html>
`;
