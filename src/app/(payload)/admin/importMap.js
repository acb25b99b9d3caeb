import { OpenStoryboard as OpenStoryboard_5e557329e07e2b8fa83d16d5b55a85cd } from '../../../admin/projects/OpenStoryboard'
import { JsonField as JsonField_ce8d41d4232fedec013b3709c67db27f } from '../../../admin/fields/JsonField'
import { StoryboardView as StoryboardView_b2a1246f06b0d56008f6eb6d990a114f } from '../../../admin/storyboard/StoryboardView'
import { ScriptView as ScriptView_e386d4de16f9d698b091e62732737a1b } from '../../../admin/script/ScriptView'
import { ToScriptVersions as ToScriptVersions_59598c1547da9a6cdada1e58eed552fa } from '../../../admin/script/versions/ToScriptVersions'
import { UnusedNote as UnusedNote_ee52cb6e6f92a8e7a630c3e96bc9c198 } from '../../../admin/names/UnusedNote'
import { RenameInScript as RenameInScript_e51965e166834fb65fba1a9233727c72 } from '../../../admin/names/RenameInScript'
import { VoiceSample as VoiceSample_627c507fd0081e6663200bdbd73337b3 } from '../../../admin/fields/VoiceSample'
import { ShownCell as ShownCell_f877ec45595bf54640753f6a25722d61 } from '../../../admin/fields/ShownCell'
import { ShownField as ShownField_2bb05a610335591ec736acae052729dc } from '../../../admin/fields/ShownField'
import { PictureCell as PictureCell_0973fc00de8f358e29941abd3634507c } from '../../../admin/fields/PictureCell'
import { MediaPlayer as MediaPlayer_78714c6e73970ac3769214e100320a24 } from '../../../admin/fields/MediaPlayer'
import { EntityLink as EntityLink_c0284d13f40e6aa736fe67fbfc66bd24 } from '../../../admin/fields/EntityLink'
import { ActorCell as ActorCell_833509c0d37c3bce918c0b31fc3bf5e4 } from '../../../admin/fields/ActorCell'
import { SignedInAs as SignedInAs_a4f3454ee1bb2ee7a162f19ae74692d1 } from '../../../admin/brand/SignedInAs'
import { Icon as Icon_07eaf1d5745ea58d191ef5762e282db9 } from '../../../admin/brand/Icon'
import { Logo as Logo_e2609525d3cb4faff6e05c9e8878dd7a } from '../../../admin/brand/Logo'
import { StudioLinks as StudioLinks_63e82ab4a109556917c6c8200a739974 } from '../../../admin/nav/StudioLinks'
import { StudioView as StudioView_8c5a199d01b9d5f34f05c4bbae2ebcf4 } from '../../../admin/studio/StudioView'
import { QueueView as QueueView_84c666de850c5e008f0ed59a7e1ffae8 } from '../../../admin/queue/QueueView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/projects/OpenStoryboard#OpenStoryboard": OpenStoryboard_5e557329e07e2b8fa83d16d5b55a85cd,
  "/admin/fields/JsonField#JsonField": JsonField_ce8d41d4232fedec013b3709c67db27f,
  "/admin/storyboard/StoryboardView#StoryboardView": StoryboardView_b2a1246f06b0d56008f6eb6d990a114f,
  "/admin/script/ScriptView#ScriptView": ScriptView_e386d4de16f9d698b091e62732737a1b,
  "/admin/script/versions/ToScriptVersions#ToScriptVersions": ToScriptVersions_59598c1547da9a6cdada1e58eed552fa,
  "/admin/names/UnusedNote#UnusedNote": UnusedNote_ee52cb6e6f92a8e7a630c3e96bc9c198,
  "/admin/names/RenameInScript#RenameInScript": RenameInScript_e51965e166834fb65fba1a9233727c72,
  "/admin/fields/VoiceSample#VoiceSample": VoiceSample_627c507fd0081e6663200bdbd73337b3,
  "/admin/fields/ShownCell#ShownCell": ShownCell_f877ec45595bf54640753f6a25722d61,
  "/admin/fields/ShownField#ShownField": ShownField_2bb05a610335591ec736acae052729dc,
  "/admin/fields/PictureCell#PictureCell": PictureCell_0973fc00de8f358e29941abd3634507c,
  "/admin/fields/MediaPlayer#MediaPlayer": MediaPlayer_78714c6e73970ac3769214e100320a24,
  "/admin/fields/EntityLink#EntityLink": EntityLink_c0284d13f40e6aa736fe67fbfc66bd24,
  "/admin/fields/ActorCell#ActorCell": ActorCell_833509c0d37c3bce918c0b31fc3bf5e4,
  "/admin/brand/SignedInAs#SignedInAs": SignedInAs_a4f3454ee1bb2ee7a162f19ae74692d1,
  "/admin/brand/Icon#Icon": Icon_07eaf1d5745ea58d191ef5762e282db9,
  "/admin/brand/Logo#Logo": Logo_e2609525d3cb4faff6e05c9e8878dd7a,
  "/admin/nav/StudioLinks#StudioLinks": StudioLinks_63e82ab4a109556917c6c8200a739974,
  "/admin/studio/StudioView#StudioView": StudioView_8c5a199d01b9d5f34f05c4bbae2ebcf4,
  "/admin/queue/QueueView#QueueView": QueueView_84c666de850c5e008f0ed59a7e1ffae8,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
