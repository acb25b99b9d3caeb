import type { RequestContext, Where } from 'payload'
import { Service } from './Service'

/** The collections whose services read and write documents of one kind. */
type PlainSlug = 'projects' | 'episodes' | 'characters' | 'locations' | 'scenes' | 'shots' | 'media'

/**
 * What the services of collections have in common. `Doc` is the document, `Create` what a new one needs, `Update`
 * what may be changed of it; errors as everywhere: null on find, NotFound on change, ValidationError naming every field.
 */
export abstract class DocumentService<
  Doc extends { id: string },
  Create extends object,
  Update extends object = Partial<Create>,
> extends Service {
  protected abstract readonly slug: PlainSlug
  /** For messages: `character`. */
  protected abstract readonly noun: string

  /** @throws {ValidationError} @throws {Forbidden} */
  async create(data: Create): Promise<Doc> {
    const payload = await this.payload()
    const doc = await this.change(this.noun, null, () =>
      payload.create({ collection: this.slug, data: data as never, depth: 0, ...this.access() }),
    )
    return doc as unknown as Doc
  }

  /** Null where there is none, or none that the user may see. */
  async findById(id: string): Promise<Doc | null> {
    const payload = await this.payload()
    const doc = await payload.findByID({
      collection: this.slug,
      id,
      depth: 0,
      disableErrors: true,
      ...this.access(),
    })
    return doc as unknown as Doc | null
  }

  /** @throws {NotFound} @throws {Forbidden} @throws {ValidationError} */
  update(id: string, data: Update): Promise<Doc> {
    return this.write(id, data)
  }

  /**
   * Also of what callers may not set by themselves. Throws as {@link update}.
   *
   * @param context for the collection's hooks
   */
  protected async write(id: string, data: object, context: RequestContext = {}): Promise<Doc> {
    const payload = await this.payload()
    const doc = await this.change(this.noun, id, () =>
      payload.update({ collection: this.slug, id, data: data as never, depth: 0, context, ...this.access() }),
    )
    return doc as unknown as Doc
  }

  /** Deletes for good, with what is part of it. False where there was none. @throws {Forbidden} */
  async delete(id: string): Promise<boolean> {
    const payload = await this.payload()
    if (!(await this.findById(id))) return false
    return this.change(this.noun, id, async () => {
      await payload.delete({ collection: this.slug, id, depth: 0, ...this.access() })
      return true
    })
  }

  protected async list(where: Where, sort: string): Promise<Doc[]> {
    const payload = await this.payload()
    const { docs } = await payload.find({
      collection: this.slug,
      where,
      sort,
      depth: 0,
      pagination: false,
      ...this.access(),
    })
    return docs as unknown as Doc[]
  }
}
