/** A PDF by its first bytes, whatever it is called: where the server looks for them, too. */
export async function isPdf(file: File): Promise<boolean> {
  return (await file.slice(0, 1024).text()).includes('%PDF-')
}
