import { Command } from 'commander'

/** `showrunner demo`: the product with a demo studio in it, left running. */
export const demoCommand = (): Command =>
  new Command('demo')
    .description(
      'Start Showrunner with a demo studio, produce the sample script and leave the admin panel running.',
    )
    .option('--script <file>', 'another script than the sample')
    .option('--out <dir>', 'where the outputs go', 'out/demo')
    .option('--exit', 'stop when the outputs are written')
    .action(async (options: { script?: string; out: string; exit?: boolean }) => {
      const { runDemo } = await import('../demo/runDemo')
      await runDemo(options)
    })
