/**
 * Advance widths of Inter at weight 550, optical size 14, read once from the `hmtx` and `HVAR` tables of the variable
 * font in the package inter-ui 4.1 (the same design as @fontsource-variable/inter). Digits and signs have
 * the width of their tabular forms (`tnum`, which the page uses) where that is greater.
 *
 * Each range starts at a code point; each character stands for one code point: its position in the alphabet, less
 * one, in sixtieths of an em. The alphabet's first character means that Inter has no such glyph.
 */
const ALPHABET = '!"#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const RANGES: readonly (readonly [start: number, widths: string])[] = [
  [0x0020, '36BIJaJ6::JK6J69JJJJKJJJJJ66KKKC_NJONGFPP3FMEZPQJQJJJONbNMJ:9:@?8EHFHF:HG22E2YGGHH;D8GFUEFE>8>K'],
  [
    0x00a0,
    '36FHPE5EGZ?HK!K?>K>?8GG666@HTWYCNNNNNNaOGGGG3333PPQQQQQKQOOOOMJIEEEEEEZFFFFF2222FGGGGGGKGGGGGFHFNENENEOF' +
      'OFOFOFNOPHGFGFGFGFGFPHPHPHPHPGRG3232323232VBF2MEDE2E2E9E;G2PGPGPG!PGQGQGQGbaJ;J;J;JDJDJDJDJ8J<J8OGOGOGOG' +
      'OGOGbUMFMJEJEJE7HTJHTNOOGPXJHGGPIF=PL^58ME2K[PGQQGYLSHPJDJG8L8JOIQJPMJELLIDHHGDJ4926!rljTBubWNE32QGOGOGO' +
      'GOGOGFNENEaZPLPHMEQGQGLI2wrlPHhLPGNEaZQGNENEGFGF3232QGQGJ;J;OGOGJDJ8JEPGJRJJJENEGFQGQGQGQGMF<Q=2[[NOFFJD' +
      'EDEKPPGFH2QHK;MF',
  ],
  [0x02b0, '>?0549?G=2@444--??AA??==.>99.?9944--:::6;373AB49?0;<?99999<<A?@999969EE?66666??A'],
  [
    0x0370,
    '!!!!44P!!!4FFF6F!!!!5MN6QY=!X!ZY5NJFNGJPQ3MNZPKQPJ!LJMXNXR3MLDG5GLGFGDBGH5DKGGEGHHFI@GQFST5GGGTMJJLXLNWD' +
      '!!!!GC!!!!!!!!!!!!!!!!!!PJF2Q??!!OZ!HOOO',
  ],
  [
    0x0400,
    'GGVFOJ33FhiXMPKNNJJFVGbIPPMPZPQPJOJKUNPM^aTYJOcJEGE>IFUAGGEFRGGGHF@FOEIFUWKQEFVEFFG>FD222[ZGEGFG[VMI_SNF' +
      '^SWNk_DCXSQGOGOGvk!!!!!!NFJ"""""""PGMIJHF>F>JDcWIAOFMH!!WJQIaMh[bTOFJ@MFMFOF[LOHMFMGWOWO3bULGPFPGPGOHZR2' +
      'NENEaZGFPFPFbUIAIIPGPGQGQGQGOFKFKFKFMFF>YQG>PCNE!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!H',
  ],
  [
    0x1e00,
    'NEJHJHJHOFNHNHNHNHNHGFGFGFGFGFF:PHPGPGPGPGPG3232MEMEMEE2E2E2E2ZYZYZYPGPGPGPGQGQGQGQGJHJHJ;J;J;J;JDJDJDJD' +
      'JDJ8J8J8J8OGOGOGOGOGNFNFbUbUbUbUbUNENEMFJEJEJEG8UFE7!9NFNENENENENENENENENENENENEGFGFGFGFGFGFGFGF3232QGQG' +
      'QGQGQGQGQGQGQGQGQGQGOGOGOIOIOIOIOIMFMFMFMFUIGGPJ',
  ],
  [0x2010, ';;JAaaB?4434@@?@CCBB6H[6!!!!!!!-w~2AO2AOA;;NICBUU?PB/'],
  [0x20a0, 'POOHHWQ_jaWHLPJ{!LPNLO!!JDH!PNPJ'],
  [0x2190, ']W]WuVRRRR'],
];

/** From code point to width in em; only what Inter has. */
export const INTER_WIDTHS: ReadonlyMap<number, number> = new Map(
  RANGES.flatMap(([start, widths]) =>
    [...widths].flatMap((character, index): [number, number][] => {
      const sixtieths = ALPHABET.indexOf(character) - 1;
      return sixtieths < 0 ? [] : [[start + index, sixtieths / 60]];
    }),
  ),
);
