import { KeptEdits as KeptEdits_0d7dcb4d6dcb855d5c748c0f1e86ef35 } from '../../../admin/kept-edits/KeptEdits'
import { ListDiff as ListDiff_e93c82e467c8ec4c6d7b2beb2af48aae } from '../../../admin/versions/ListDiff'
import { NoHeading as NoHeading_5acb280d4ac572c89a80921bf9ab3b3f } from '../../../admin/fields/NoHeading'
import { NotShown as NotShown_e89baa2e66e5a42c7579f05d054444e9 } from '../../../admin/versions/NotShown'
import { ShownField as ShownField_2bb05a610335591ec736acae052729dc } from '../../../admin/fields/ShownField'
import { ProjectProgress as ProjectProgress_78e66b7ab4bbbf3efede134c5d5ad20f } from '../../../admin/progress/ProjectProgress'
import { JoinTable as JoinTable_b0f7d90f34fcaabe9d49e1e7f3a8df0d } from '../../../admin/fields/JoinTable'
import { ImportIntoProject as ImportIntoProject_9f4e724675ce53144f67c3aad3eabb24 } from '../../../admin/projects/ImportIntoProject'
import { OpenStoryboard as OpenStoryboard_5e557329e07e2b8fa83d16d5b55a85cd } from '../../../admin/projects/OpenStoryboard'
import { LengthSoFar as LengthSoFar_f731c607d25793dc9a0c5d413edaa243 } from '../../../admin/fields/LengthSoFar'
import { JsonField as JsonField_ce8d41d4232fedec013b3709c67db27f } from '../../../admin/fields/JsonField'
import { EpisodeProgress as EpisodeProgress_a190e52496f0396a25afdee15b2e3e6d } from '../../../admin/progress/EpisodeProgress'
import { ListProject as ListProject_7e4ec0c8872697ea306cccb35eded799 } from '../../../admin/current-project/ListProject'
import { ImportIntoEpisode as ImportIntoEpisode_f271aeb703bc69b7f971b9044ed5cae8 } from '../../../admin/episodes/ImportIntoEpisode'
import { StoryboardView as StoryboardView_b2a1246f06b0d56008f6eb6d990a114f } from '../../../admin/storyboard/StoryboardView'
import { ScriptView as ScriptView_e386d4de16f9d698b091e62732737a1b } from '../../../admin/script/ScriptView'
import { ToScriptVersions as ToScriptVersions_59598c1547da9a6cdada1e58eed552fa } from '../../../admin/script/versions/ToScriptVersions'
import { ReturnedNote as ReturnedNote_257a7cfb76fdac5dbf98917f5e9d5903 } from '../../../admin/fields/ReturnedNote'
import { ShownCell as ShownCell_f877ec45595bf54640753f6a25722d61 } from '../../../admin/fields/ShownCell'
import { NumberField as NumberField_d8f3fc66289c67ad6e002d0f000754cf } from '../../../admin/fields/NumberField'
import { RenameInScript as RenameInScript_e51965e166834fb65fba1a9233727c72 } from '../../../admin/names/RenameInScript'
import { UnusedNote as UnusedNote_ee52cb6e6f92a8e7a630c3e96bc9c198 } from '../../../admin/names/UnusedNote'
import { VoiceSample as VoiceSample_627c507fd0081e6663200bdbd73337b3 } from '../../../admin/fields/VoiceSample'
import { LargePicture as LargePicture_199e6c80e69dd734a51f103dd86354b4 } from '../../../admin/fields/LargePicture'
import { PictureCell as PictureCell_0973fc00de8f358e29941abd3634507c } from '../../../admin/fields/PictureCell'
import { MediaPlayer as MediaPlayer_78714c6e73970ac3769214e100320a24 } from '../../../admin/fields/MediaPlayer'
import { MediaFile as MediaFile_3f9bbd26cef1369c2c94b0ddd51ed07e } from '../../../admin/fields/MediaFile'
import { TaskProgress as TaskProgress_4c4257afb0e5a78d2a189fc2a489fb28 } from '../../../admin/progress/TaskProgress'
import { WaysIn as WaysIn_218e06d9d3c669c145a8f2cf1d605553 } from '../../../admin/password/WaysIn'
import { EntityCell as EntityCell_ef811f53f175efbef935ed544f5a8b12 } from '../../../admin/fields/EntityCell'
import { EntityLink as EntityLink_c0284d13f40e6aa736fe67fbfc66bd24 } from '../../../admin/fields/EntityLink'
import { ActorCell as ActorCell_833509c0d37c3bce918c0b31fc3bf5e4 } from '../../../admin/fields/ActorCell'
import { SignedInAs as SignedInAs_a4f3454ee1bb2ee7a162f19ae74692d1 } from '../../../admin/brand/SignedInAs'
import { Icon as Icon_07eaf1d5745ea58d191ef5762e282db9 } from '../../../admin/brand/Icon'
import { Logo as Logo_e2609525d3cb4faff6e05c9e8878dd7a } from '../../../admin/brand/Logo'
import { ProjectSwitcher as ProjectSwitcher_41b5328523bb7555e3a5e698c59f7954 } from '../../../admin/current-project/ProjectSwitcher'
import { StudioLinks as StudioLinks_63e82ab4a109556917c6c8200a739974 } from '../../../admin/nav/StudioLinks'
import { NamedControls as NamedControls_690dabdc9f3db72c2bda92cd58cf8257 } from '../../../admin/controls/NamedControls'
import { ManyInSlices as ManyInSlices_51923a30750acb828de79320fb2578d8 } from '../../../admin/many/ManyInSlices'
import { StudioView as StudioView_8c5a199d01b9d5f34f05c4bbae2ebcf4 } from '../../../admin/studio/StudioView'
import { FirstUser as FirstUser_1537f3401714df56086a7c1b2c633b0d } from '../../../admin/first-user/FirstUser'
import { NoMail as NoMail_38139efafe95a625b8fbbee4b19d8f73 } from '../../../admin/password/NoMail'
import { QueueView as QueueView_84c666de850c5e008f0ed59a7e1ffae8 } from '../../../admin/queue/QueueView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/kept-edits/KeptEdits#KeptEdits": KeptEdits_0d7dcb4d6dcb855d5c748c0f1e86ef35,
  "/admin/versions/ListDiff#ListDiff": ListDiff_e93c82e467c8ec4c6d7b2beb2af48aae,
  "/admin/fields/NoHeading#NoHeading": NoHeading_5acb280d4ac572c89a80921bf9ab3b3f,
  "/admin/versions/NotShown#NotShown": NotShown_e89baa2e66e5a42c7579f05d054444e9,
  "/admin/fields/ShownField#ShownField": ShownField_2bb05a610335591ec736acae052729dc,
  "/admin/progress/ProjectProgress#ProjectProgress": ProjectProgress_78e66b7ab4bbbf3efede134c5d5ad20f,
  "/admin/fields/JoinTable#JoinTable": JoinTable_b0f7d90f34fcaabe9d49e1e7f3a8df0d,
  "/admin/projects/ImportIntoProject#ImportIntoProject": ImportIntoProject_9f4e724675ce53144f67c3aad3eabb24,
  "/admin/projects/OpenStoryboard#OpenStoryboard": OpenStoryboard_5e557329e07e2b8fa83d16d5b55a85cd,
  "/admin/fields/LengthSoFar#LengthSoFar": LengthSoFar_f731c607d25793dc9a0c5d413edaa243,
  "/admin/fields/JsonField#JsonField": JsonField_ce8d41d4232fedec013b3709c67db27f,
  "/admin/progress/EpisodeProgress#EpisodeProgress": EpisodeProgress_a190e52496f0396a25afdee15b2e3e6d,
  "/admin/current-project/ListProject#ListProject": ListProject_7e4ec0c8872697ea306cccb35eded799,
  "/admin/episodes/ImportIntoEpisode#ImportIntoEpisode": ImportIntoEpisode_f271aeb703bc69b7f971b9044ed5cae8,
  "/admin/storyboard/StoryboardView#StoryboardView": StoryboardView_b2a1246f06b0d56008f6eb6d990a114f,
  "/admin/script/ScriptView#ScriptView": ScriptView_e386d4de16f9d698b091e62732737a1b,
  "/admin/script/versions/ToScriptVersions#ToScriptVersions": ToScriptVersions_59598c1547da9a6cdada1e58eed552fa,
  "/admin/fields/ReturnedNote#ReturnedNote": ReturnedNote_257a7cfb76fdac5dbf98917f5e9d5903,
  "/admin/fields/ShownCell#ShownCell": ShownCell_f877ec45595bf54640753f6a25722d61,
  "/admin/fields/NumberField#NumberField": NumberField_d8f3fc66289c67ad6e002d0f000754cf,
  "/admin/names/RenameInScript#RenameInScript": RenameInScript_e51965e166834fb65fba1a9233727c72,
  "/admin/names/UnusedNote#UnusedNote": UnusedNote_ee52cb6e6f92a8e7a630c3e96bc9c198,
  "/admin/fields/VoiceSample#VoiceSample": VoiceSample_627c507fd0081e6663200bdbd73337b3,
  "/admin/fields/LargePicture#LargePicture": LargePicture_199e6c80e69dd734a51f103dd86354b4,
  "/admin/fields/PictureCell#PictureCell": PictureCell_0973fc00de8f358e29941abd3634507c,
  "/admin/fields/MediaPlayer#MediaPlayer": MediaPlayer_78714c6e73970ac3769214e100320a24,
  "/admin/fields/MediaFile#MediaFile": MediaFile_3f9bbd26cef1369c2c94b0ddd51ed07e,
  "/admin/progress/TaskProgress#TaskProgress": TaskProgress_4c4257afb0e5a78d2a189fc2a489fb28,
  "/admin/password/WaysIn#WaysIn": WaysIn_218e06d9d3c669c145a8f2cf1d605553,
  "/admin/fields/EntityCell#EntityCell": EntityCell_ef811f53f175efbef935ed544f5a8b12,
  "/admin/fields/EntityLink#EntityLink": EntityLink_c0284d13f40e6aa736fe67fbfc66bd24,
  "/admin/fields/ActorCell#ActorCell": ActorCell_833509c0d37c3bce918c0b31fc3bf5e4,
  "/admin/brand/SignedInAs#SignedInAs": SignedInAs_a4f3454ee1bb2ee7a162f19ae74692d1,
  "/admin/brand/Icon#Icon": Icon_07eaf1d5745ea58d191ef5762e282db9,
  "/admin/brand/Logo#Logo": Logo_e2609525d3cb4faff6e05c9e8878dd7a,
  "/admin/current-project/ProjectSwitcher#ProjectSwitcher": ProjectSwitcher_41b5328523bb7555e3a5e698c59f7954,
  "/admin/nav/StudioLinks#StudioLinks": StudioLinks_63e82ab4a109556917c6c8200a739974,
  "/admin/controls/NamedControls#NamedControls": NamedControls_690dabdc9f3db72c2bda92cd58cf8257,
  "/admin/many/ManyInSlices#ManyInSlices": ManyInSlices_51923a30750acb828de79320fb2578d8,
  "/admin/studio/StudioView#StudioView": StudioView_8c5a199d01b9d5f34f05c4bbae2ebcf4,
  "/admin/first-user/FirstUser#FirstUser": FirstUser_1537f3401714df56086a7c1b2c633b0d,
  "/admin/password/NoMail#NoMail": NoMail_38139efafe95a625b8fbbee4b19d8f73,
  "/admin/queue/QueueView#QueueView": QueueView_84c666de850c5e008f0ed59a7e1ffae8,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
