import { coreProperties } from '../xlsx/workbook.ts';
import { xmlHead } from '../xml.ts';
import { type PackedFile, zip } from '../zip.ts';
import { emu } from './shapes.ts';

/** 16:9, in points. */
export const slideSize = { width: 960, height: 540 } as const;

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const presentation = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const names = `xmlns:a="${drawing}" xmlns:r="${office}" xmlns:p="${presentation}"`;

/** Packs slides, each the XML of its shapes, as a PowerPoint file. The same slides give the same bytes. */
export function presentationFile(
  slides: readonly string[],
  { title, date }: { title: string; date: string },
): Uint8Array {
  const files: PackedFile[] = [
    ['[Content_Types].xml', contentTypes(slides.length)],
    [
      '_rels/.rels',
      relations([
        [`${office}/officeDocument`, 'ppt/presentation.xml'],
        [`${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(title, date)],
    ['ppt/presentation.xml', presentationXml(slides.length)],
    [
      'ppt/_rels/presentation.xml.rels',
      relations([
        [`${office}/slideMaster`, 'slideMasters/slideMaster1.xml'],
        [`${office}/theme`, 'theme/theme1.xml'],
        ...slides.map((_, index) => [`${office}/slide`, `slides/slide${index + 1}.xml`] as const),
      ]),
    ],
    ['ppt/theme/theme1.xml', theme],
    ['ppt/slideMasters/slideMaster1.xml', master],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relations([
        [`${office}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
        [`${office}/theme`, '../theme/theme1.xml'],
      ]),
    ],
    ['ppt/slideLayouts/slideLayout1.xml', layout],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relations([[`${office}/slideMaster`, '../slideMasters/slideMaster1.xml']]),
    ],
  ];
  for (const [index, shapes] of slides.entries()) {
    files.push([`ppt/slides/slide${index + 1}.xml`, slideXml(shapes)]);
    const links = relations([[`${office}/slideLayout`, '../slideLayouts/slideLayout1.xml']]);
    files.push([`ppt/slides/_rels/slide${index + 1}.xml.rels`, links]);
  }
  return zip(files);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return `${xmlHead}<Relationships xmlns="${packaging}/relationships">${list.join('')}</Relationships>`;
}

const tree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;

const slideXml = (shapes: string): string =>
  `${xmlHead}<p:sld ${names}><p:cSld>${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

function presentationXml(count: number): string {
  const list = Array.from({ length: count }, (_, i) => `<p:sldId id="${256 + i}" r:id="rId${i + 3}"/>`).join('');
  return `${xmlHead}<p:presentation ${names} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="${emu(slideSize.width)}" cy="${emu(slideSize.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
}

function contentTypes(count: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.presentationml';
  const slides = Array.from(
    { length: count },
    (_, i) => `<Override PartName="/ppt/slides/slide${i + 1}.xml" ContentType="${kind}.slide+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${kind}.presentation.main+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="${kind}.slideMaster+xml"/><Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="${kind}.slideLayout+xml"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>${slides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

const titleBox = `<a:xfrm><a:off x="${emu(30)}" y="${emu(14)}"/><a:ext cx="${emu(slideSize.width - 60)}" cy="${emu(40)}"/></a:xfrm>`;

const titlePlaceholder = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${titleBox}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`;

const background = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const textLevel = (tag: string, size: number, bold: boolean): string =>
  `<a:${tag} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size}"${bold ? ' b="1"' : ''} kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:${tag}>`;

const master = `${xmlHead}<p:sldMaster ${names}><p:cSld>${background}${tree(titlePlaceholder)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${textLevel('lvl1pPr', 2400, true)}</p:titleStyle><p:bodyStyle>${textLevel('lvl1pPr', 1400, false)}</p:bodyStyle><p:otherStyle>${textLevel('lvl1pPr', 1200, false)}</p:otherStyle></p:txStyles></p:sldMaster>`;

const layout = `${xmlHead}<p:sldLayout ${names} type="titleOnly" preserve="1"><p:cSld name="Title only">${tree(titlePlaceholder)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

const color = (tag: string, value: string): string => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
const fonts = (tag: string): string =>
  `<a:${tag}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`;
const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const plainLine = `<a:ln w="9525">${plainFill}</a:ln>`;
const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

const theme = `${xmlHead}<a:theme xmlns:a="${drawing}" name="Throughline"><a:themeElements><a:clrScheme name="Throughline">${color('dk1', '1C2024')}${color('lt1', 'FFFFFF')}${color('dk2', '63676F')}${color('lt2', 'FBFBF9')}${color('accent1', '0F766E')}${color('accent2', 'C2412F')}${color('accent3', 'B87512')}${color('accent4', '2B6BD0')}${color('accent5', '7A5AD6')}${color('accent6', '5B7F1F')}${color('hlink', '0F766E')}${color('folHlink', '63676F')}</a:clrScheme><a:fontScheme name="Throughline">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme><a:fmtScheme name="Throughline"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${plainLine.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
