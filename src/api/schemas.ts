import { z } from '@hono/zod-openapi'
import {
  OVERLAY_PLACES,
  OVERLAYS,
  type Overlay,
  type OverlayPlace,
  PIPELINE_ORDER,
  SHOT_ANGLES,
  SHOT_MOVEMENTS,
  SHOT_SIZES,
  TASK_STATES,
} from '@/contracts'

/** The shapes of answers, as src/contracts/run.ts says them, for OpenAPI. */

const id = z.string().openapi({ example: '0199a0c2-6b1e-7c54-9a0e-1f2d3c4b5a69' })
const percentage = z.number().openapi({ description: '0 to 100.' })
const seconds = (description = 'Seconds.') => z.number().openapi({ description })
const moment = z.string().openapi({ format: 'date-time' })

export const pipelineStep = z.enum(PIPELINE_ORDER as [string, ...string[]]) as z.ZodType<
  (typeof PIPELINE_ORDER)[number]
>

export const runStatusSchema = z
  .object({
    runId: id,
    episodeId: id.nullable(),
    projectId: id.nullable(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    isCancelling: z.boolean().openapi({ description: 'Cancelled; what runs is being stopped.' }),
    cancelled: z
      .object({ by: z.string().nullable(), at: moment, reason: z.string().nullable() })
      .nullable()
      .openapi({
        description:
          'Who cancelled it, by name, when, and what else they did that ended it, as a sentence: “The project was put into the trash.” Null where nobody did, or its tasks were cancelled one by one.',
      }),
    percentage,
    stages: z.array(
      z.object({
        type: pipelineStep,
        label: z.string(),
        total: z.number(),
        completed: z.number(),
        failed: z.number(),
        inProgress: z.number(),
        waiting: z.number(),
        cancelled: z.number(),
        percentage,
      }),
    ),
    tasks: z.object({ total: z.number(), completed: z.number(), dead: z.number() }),
    failures: z.array(
      z.object({
        taskId: id,
        title: z.string(),
        message: z.string(),
        attempts: z.number(),
        state: z.enum(TASK_STATES),
      }),
    ),
    warnings: z
      .array(
        z.object({
          kind: z.enum(['picture', 'recording', 'line', 'shot', 'sound', 'gone']),
          sceneNumber: z.string(),
          shotNumber: z
            .string()
            .openapi({ description: 'Empty of a line that is in no shot, and of a scene.' }),
          mediaId: id.nullable().openapi({ description: 'Whose file is gone.' }),
          message: z.string(),
        }),
      )
      .openapi({
        description:
          'What is not in what was made: pictures and recordings whose files are gone, lines that are in no shot; shots that show what is not in the script any more; and scenes and shots that were taken out while it ran, which is all that is said of them.',
      }),
    withoutAnimatic: z.enum(['ffmpeg', 'shots']).nullable().openapi({
      description:
        'Why there is no animatic among what it made: no ffmpeg where the work was done, or no shots to show. Null where there is one, or none was asked for.',
    }),
    running: z.array(z.object({ taskId: id, title: z.string(), percentage, stage: z.string().nullable() })),
    drawing: z.array(id).openapi({
      description:
        'Shots of which a panel is being drawn, and those that were asked for by name and wait for theirs.',
    }),
    startedAt: moment,
    finishedAt: moment.nullable(),
    etaSeconds: seconds('Seconds to go; null where unknown.').nullable(),
  })
  .openapi('Run')

export const redoPlanSchema = z
  .object({
    scenes: z.array(z.string()).openapi({ description: 'Numbers of the scenes it is about.' }),
    makes: z.array(z.string()).openapi({ example: ['45 panels, each as a new version'] }),
    keeps: z.array(z.string()).openapi({ example: ['1 locked panel: scene 1, shot 2'] }),
    removes: z.array(z.string()),
    tasks: z.number().openapi({ description: 'How many tasks the queue gets.' }),
    isEstimate: z.boolean().openapi({ description: 'New shots may be more or fewer than those there are.' }),
  })
  .openapi('RedoPlan')

const mediaSchema = z
  .object({
    id,
    url: z.string().openapi({ description: 'Needs the same credentials as this API.' }),
    thumbnailUrl: z.string().nullable(),
    mimeType: z.string(),
    durationSeconds: seconds().nullable(),
    width: z.number().nullable().openapi({ description: 'Pixels; null for sound.' }),
    height: z.number().nullable().openapi({ description: 'Pixels; null for sound.' }),
  })
  .openapi('BoardMedia')

export const panelSchema = z
  .object({
    id,
    version: z.number(),
    status: z.enum(['draft', 'review', 'approved', 'locked']),
    origin: z.enum(['ai', 'drawn']),
    confidence: z.number().nullable(),
    isStale: z.boolean().openapi({ description: 'What it was made from has changed since.' }),
    staleReason: z.string().nullable().openapi({ description: 'Why, in words.' }),
    image: mediaSchema.nullable(),
    chosenAt: moment.nullable().openapi({
      description: 'When a person made it the version to show: drew, uploaded, chose or approved it.',
    }),
    createdAt: moment,
  })
  .openapi('BoardPanel')

const lineSchema = z
  .object({
    id,
    characterId: id.nullable(),
    character: z.string(),
    speakers: z.array(z.string()).openapi({ description: 'Names of all who say it, `character` first.' }),
    cue: z.string(),
    parenthetical: z.string(),
    emotion: z.string(),
    text: z.string(),
    startSeconds: seconds('Seconds from the start of the scene.').nullable(),
    durationSeconds: seconds().nullable(),
    isDual: z.boolean(),
    audio: mediaSchema.nullable(),
    audioIsStale: z.boolean(),
    audioStaleReason: z.string().nullable(),
    audioIsChosen: z
      .boolean()
      .openapi({ description: 'A person recorded or chose it: no generated one takes its place.' }),
  })
  .openapi('BoardLine')

const codes = (labels: Record<string, string>) =>
  z.string().openapi({ description: `One of: ${Object.keys(labels).join(', ')}.` })

export const shotSchema = z
  .object({
    id,
    shotNumber: z.string(),
    order: z.number(),
    size: codes(SHOT_SIZES),
    angle: codes(SHOT_ANGLES),
    movement: codes(SHOT_MOVEMENTS),
    lens: z.number().nullable().openapi({ description: 'Focal length in mm.' }),
    durationSeconds: seconds(),
    description: z.string(),
    origin: z.enum(['ai', 'human']),
    characters: z.array(z.object({ id, name: z.string() })),
    lineIds: z.array(id),
    panel: panelSchema.nullable().openapi({
      description: 'Locked, else what a person drew, uploaded, chose or approved last, else the newest.',
    }),
    newerPanelId: id.nullable().openapi({
      description: 'The newest version that came since a person chose `panel`, and lies beside it.',
    }),
    panels: z.array(panelSchema).openapi({ description: 'Newest first.' }),
  })
  .openapi('BoardShot')

const coverageSchema = z
  .object({
    isOutOfDate: z.boolean().openapi({
      description: 'Suggesting shots would change something, beside that shots go where their words went.',
    }),
    reasons: z.array(z.string()).openapi({ description: 'In words.' }),
    linesInNoShot: z.array(id),
    linesInSeveral: z.array(id),
    newAction: z
      .array(z.string())
      .openapi({ description: 'Paragraphs of action that are new or changed since shots were suggested.' }),
    shotsWithWordsGone: z.array(
      z.object({
        shotId: id,
        isAll: z.boolean().openapi({ description: 'Nothing of the words that it shows is in the script.' }),
        isSaidStill: z.boolean().openapi({
          description:
            'What it shows stands there still, word for word: only other sentences of its paragraph changed.',
        }),
        action: z.array(z.string()).openapi({
          description: 'Paragraphs that it was suggested from and that the page has no more.',
        }),
        lines: z.number().openapi({ description: 'How many of its lines the page has no more.' }),
        isPeoples: z.boolean().openapi({ description: 'No machine changes it: only people decide.' }),
      }),
    ),
    shotsWithPeopleGone: z
      .array(z.object({ shotId: id, characterIds: z.array(id), isPeoples: z.boolean() }))
      .openapi({ description: 'Shots that have somebody in frame who is not in the scene.' }),
    shotsLeaving: z.array(z.object({ shotId: id, sceneId: id, sceneNumber: z.string() })).openapi({
      description:
        'Shots whose words are in another scene now: they go there as soon as shots are suggested, with their panels.',
    }),
    shotsComing: z
      .array(z.object({ shotId: id, sceneNumber: z.string().nullable(), lineIds: z.array(id) }))
      .openapi({
        description:
          'Shots of other scenes whose words are in this one now, and the lines that will be in them. The number is null where their scene is in the trash.',
      }),
  })
  .openapi('SceneCoverage', {
    description:
      'How the shots of a scene stand to what its page says now. Where shots leave or come with their words, all else is as it is once they have.',
  })

const sceneSchema = z
  .object({
    id,
    sceneNumber: z.string(),
    order: z.number(),
    heading: z.string(),
    interiorExterior: z.string(),
    location: z.string(),
    timeOfDay: z.string().nullable(),
    mood: z.string().nullable(),
    synopsis: z.string().nullable(),
    action: z.string(),
    sections: z.array(z.string()),
    characters: z.array(z.object({ id, name: z.string() })).openapi({
      description: 'Who is in it: those who speak, then who its page names and whom a person put in.',
    }),
    status: z.enum(['pending', 'generating', 'reviewing', 'approved']),
    isInScript: z.boolean().openapi({
      description:
        'Not so of a scene that came back from the trash, or that a person added. True where there is no script.',
    }),
    wordsIn: z.string().nullable().openapi({
      description:
        'Of a scene that is not in the script: the number of the one in which its words stand, as of one that was joined into that and came back from the trash. It counts for nothing, and is in no export and no run of the whole episode.',
    }),
    durationSeconds: seconds(),
    lines: z.array(lineSchema),
    shots: z.array(shotSchema),
    coverage: coverageSchema,
  })
  .openapi('BoardScene')

const overlaySetSchema = z
  .object(
    Object.fromEntries(Object.keys(OVERLAYS).map((name) => [name, z.boolean()])) as Record<
      Overlay,
      z.ZodBoolean
    >,
  )
  .openapi('OverlaySet')

/** What is drawn over pictures, place by place. */
export const overlaysSchema = z
  .object(
    Object.fromEntries(Object.keys(OVERLAY_PLACES).map((place) => [place, overlaySetSchema])) as Record<
      OverlayPlace,
      typeof overlaySetSchema
    >,
  )
  .openapi('Overlays')

const outputSchema = mediaSchema
  .extend({
    isOutOfDate: z.boolean().openapi({ description: 'It would be made otherwise now.' }),
    reasons: z.array(z.string()).openapi({
      description: 'What has changed since it was made, in words. Running the step `assemble` mends it.',
      example: ['two panels of scene 3 have other pictures', 'shots of scene 2 were reordered'],
    }),
  })
  .openapi('BoardOutput')

export const outputsSchema = z
  .object({
    pdf: outputSchema.nullable(),
    csv: outputSchema.nullable(),
    animatic: outputSchema.nullable(),
  })
  .openapi('BoardOutputs')

export const boardSchema = z
  .object({
    episode: z.object({ id, title: z.string(), episodeNumber: z.number(), status: z.string() }),
    project: z.object({
      id,
      title: z.string(),
      aspectRatio: z.string(),
      fps: z.number(),
      aiEnabled: z.boolean(),
      overlays: overlaysSchema,
    }),
    scenes: z.array(sceneSchema),
    outputs: outputsSchema,
    totals: z.object({
      scenes: z.number(),
      shots: z.number().openapi({
        description:
          'With those that come along from scenes in the trash, as soon as shots are suggested; as their panels and time are.',
      }),
      shotsMoving: z
        .number()
        .openapi({ description: 'Shots that go into another scene as soon as shots are suggested.' }),
      panels: z.number(),
      panelsInReview: z.number(),
      panelsApproved: z.number(),
      lines: z.number(),
      linesInNoShot: z.number().openapi({ description: 'Of scenes that have shots.' }),
      shotsWithWordsGone: z.number(),
      scenesOutOfDate: z
        .number()
        .openapi({ description: 'Scenes whose shots are not those of their page any more.' }),
      linesVoiced: z.number(),
      scriptDuration: seconds('Seconds, as estimated from the script; 0 where there is none.'),
      duration: seconds('Seconds of all shots.'),
    }),
  })
  .openapi('EpisodeBoard')

export const taskSchema = z
  .object({
    id,
    title: z.string(),
    type: z.string(),
    state: z.enum(TASK_STATES),
    isCancelling: z.boolean().openapi({ description: 'Cancelled; it is being stopped.' }),
    progress: z.object({ percentage, stage: z.string().nullable(), etaSeconds: seconds().nullable() }),
    attempts: z.number(),
    maxAttempts: z.number(),
    error: z
      .object({ message: z.string(), code: z.string().nullable(), isRetryable: z.boolean().nullable() })
      .nullable(),
    worker: z.string().nullable(),
    runId: id.nullable(),
    projectId: id.nullable(),
    episodeId: id.nullable(),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
  })
  .openapi('Task')
export type TaskBody = z.infer<typeof taskSchema>

export const queueSchema = z
  .object({
    counts: z.record(z.enum(TASK_STATES), z.number()),
    workers: z.array(z.object({ name: z.string(), tasks: z.number(), heartbeatAt: moment.nullable() })),
    running: z.array(taskSchema),
    failed: z.array(taskSchema).openapi({ description: 'Resting until a person decides.' }),
    recent: z.array(taskSchema),
    projects: z
      .array(z.object({ id, title: z.string() }))
      .openapi({ description: 'Those that the tasks are of.' }),
    episodes: z
      .array(z.object({ id, title: z.string(), episodeNumber: z.number() }))
      .openapi({ description: 'Those that the tasks are of.' }),
  })
  .openapi('Queue')
export type QueueBody = z.infer<typeof queueSchema>
