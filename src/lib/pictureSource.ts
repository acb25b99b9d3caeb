import fs from 'node:fs/promises'

/**
 * What a picture is decoded from: its file, or of an SVG its bytes alone. One that knows its place on the disk shows the
 * files that lie beside it and that it names, another project's too. New ones are drawn when they come in; these are from
 * before that.
 */
export const pictureSource = async (file: string): Promise<string | Buffer> =>
  /\.svgz?$/i.test(file) ? fs.readFile(file) : file
