import { strToU8, zipSync } from 'fflate'

const para = (style: string, text: string, more = '') =>
  `<para><style basestylename="${style}"${more}/><text>${text}</text></para>`

export const OSF = `<?xml version="1.0" encoding="UTF-8"?>
<document type="Open Screenplay Format document" version="40">
<info uuid="1"/><styles><style name="Action" basestylename="Normal Text"/></styles>
<paragraphs>
${para('Scene Heading', 'INT. QUARRY OFFICE - DAY', ' number="4A"')}
${para('Action', 'Dust &amp; paper.')}
${para('Character', 'HALE (O.S.)')}
${para('Parenthetical', '(low)')}
<para><style basestylename="Dialogue"/><text>Shut the </text><text italic="1">other</text><text> door.</text></para>
${para('Transition', 'CUT TO:')}
</paragraphs>
<titlepage><para bookmark="Title"><style basestylename="Normal Text"/><text>Quarry</text></para></titlepage>
</document>`

/** Documents of this format for tests that take any format. */
export const samples = (): Uint8Array[] => [zipSync({ 'document.xml': strToU8(OSF) }), strToU8(OSF)]
