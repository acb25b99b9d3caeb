import type { CollectionConfig } from 'payload'
import { withKeptEdits } from '@/fields'
import { Characters } from './Characters'
import { withCurrentProject } from './currentProject'
import { Episodes } from './Episodes'
import { Events } from './Events'
import { withComputedFields } from './hooks/computedFields'
import { withDuplicateAsCreate } from './hooks/duplicateAsCreate'
import { withReadKept } from './hooks/keepRead'
import { withMediaKinds } from './hooks/mediaKinds'
import { withOneAtATime } from './hooks/oneAtATime'
import { withOwnRows } from './hooks/ownRows'
import { withPlainConsequences } from './hooks/plainConsequences'
import { withEvents } from './hooks/recordEvents'
import { withRightsOfFields } from './hooks/rightsOfFields'
import { withSameProject } from './hooks/sameProject'
import { withSeenVersions } from './hooks/seenVersions'
import { withWholeAnswers } from './hooks/wholeAnswers'
import { inTheFieldsWords } from './inTheFieldsWords'
import { Locations } from './Locations'
import { Media } from './Media'
import { Panels } from './Panels'
import { Projects } from './Projects'
import { PromptsExecuted } from './PromptsExecuted'
import { PromptTemplates } from './PromptTemplates'
import { Scenes } from './Scenes'
import { ScriptDrafts } from './ScriptDrafts'
import { Sessions } from './Sessions'
import { Shots } from './Shots'
import { Tasks } from './Tasks'
import { typedForMany } from './typedForMany'
import { Users } from './Users'
import { Voices } from './Voices'
import { Worlds } from './Worlds'
import { withDetailsTab } from './withDetailsTab'

/** Every collection, in the order of the admin's navigation. A new one is one folder and one line here. */
export const collections: CollectionConfig[] = [
  withEvents(Projects),
  withEvents(Episodes),
  withEvents(Scenes),
  ScriptDrafts,
  withEvents(Characters),
  withEvents(Locations),
  withEvents(Worlds),
  withEvents(Voices),
  withEvents(Shots),
  withEvents(Panels),
  withEvents(Media),
  Tasks,
  withEvents(PromptTemplates),
  PromptsExecuted,
  withEvents(Sessions),
  withEvents(Users),
  Events,
]
  .map(withMediaKinds)
  .map(withSameProject)
  .map(withOwnRows)
  .map(withPlainConsequences)
  .map(withDuplicateAsCreate)
  .map(withSeenVersions)
  .map(withRightsOfFields)
  .map(withOneAtATime)
  .map(withComputedFields)
  .map(withReadKept)
  .map(withWholeAnswers)
  .map(withCurrentProject)
  .map(inTheFieldsWords)
  .map(typedForMany)
  .map(withKeptEdits)
  .map(withDetailsTab)
