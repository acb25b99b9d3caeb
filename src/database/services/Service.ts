import { createLocalReq, getPayload, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import { canInProject, isAdmin, type ProjectNeed } from '@/access'
import type { DatabaseEngine } from '@/contracts'
import { engineOf } from '@/database/engine'
import { Forbidden, NotFound } from '@/errors'
import { relationId } from '@/lib/ids'
import { translateError } from './translateError'

/** For whom a service works. */
export interface ServiceContext {
  /** @default the Payload of this process */
  payload?: Payload
  /** With a user, every call runs under access control as that user. Without, the system itself calls. */
  user?: TypedUser | null
  /** The request on whose behalf the service works: its transaction and context are shared. */
  req?: PayloadRequest
}

/** The options of every Payload call: access control on wherever a user is behind it. */
export interface AccessOptions {
  overrideAccess: boolean
  user?: TypedUser
  req?: PayloadRequest
}

/** The one Payload of this process, started from payload.config.ts. */
async function defaultPayload(): Promise<Payload> {
  // Imported late: the configuration holds the collections, whose hooks call services.
  const { default: config } = await import('@payload-config')
  return getPayload({ config })
}

/** What all services share: whom they work for, and errors in one vocabulary. */
export abstract class Service {
  constructor(protected readonly context: ServiceContext = {}) {}

  protected async payload(): Promise<Payload> {
    return this.context.payload ?? this.context.req?.payload ?? (await defaultPayload())
  }

  protected async engine(): Promise<DatabaseEngine> {
    return engineOf(await this.payload())
  }

  protected get user(): TypedUser | null {
    return this.context.user ?? (this.context.req?.user as TypedUser | null | undefined) ?? null
  }

  protected access(): AccessOptions {
    const { req } = this.context
    const user = this.user
    return { overrideAccess: user === null, ...(user ? { user } : {}), ...(req ? { req } : {}) }
  }

  /** A request to hand to functions that need one; the caller's own where there is one. */
  protected async request(): Promise<PayloadRequest> {
    if (this.context.req) return this.context.req
    const payload = await this.payload()
    return createLocalReq(this.user ? { user: this.user } : {}, payload)
  }

  /**
   * What belongs to no project, such as the nightly tasks, is the studio's: its admins may.
   * @throws {Forbidden} where a user is behind the call who may not do this in the project.
   */
  protected async assertInProject(project: unknown, need: ProjectNeed, message?: string): Promise<void> {
    if (!this.user) return
    const id = relationId(project)
    const req = await this.request()
    const isAllowed = id === null ? isAdmin(req) : await canInProject(req, id, need)
    if (!isAllowed) throw new Forbidden(message)
  }

  /** Null where there is none, or none that the user may see. Of services that have one kind of document. */
  findById?(id: string): Promise<unknown>

  /**
   * Runs a call that changes something; Payload's errors come out as ours. Payload forbids what a user may not
   * see and what is not there alike: to that user neither exists.
   */
  protected async change<Result>(
    what: string,
    id: string | null,
    call: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await call()
    } catch (error) {
      const translated = translateError(error, what, id)
      const isRefused = translated instanceof Forbidden && id !== null
      if (isRefused && (await this.findById?.(id)) === null) throw new NotFound(what, id)
      throw translated
    }
  }

  /** @throws {NotFound} where there is none. */
  protected required<Doc>(doc: Doc | null | undefined, what: string, id: string): Doc {
    if (!doc) throw new NotFound(what, id)
    return doc
  }
}

// biome-ignore lint/suspicious/noExplicitAny: any constructor of a service
type ServiceClass = new (context?: any) => object
type MethodsOf<Class extends ServiceClass> = {
  [Key in keyof InstanceType<Class> as InstanceType<Class>[Key] extends (...args: never[]) => unknown
    ? Key
    : never]: InstanceType<Class>[Key]
}

/**
 * Lets a service be called without making one: `ProjectService.findById(id)` is
 * `new ProjectService().findById(id)`, the system's own call on this process's Payload.
 */
export function callable<Class extends ServiceClass>(Class: Class): Class & MethodsOf<Class> {
  let shared: Record<string, (...args: unknown[]) => unknown> | undefined
  for (
    let proto = Class.prototype;
    proto && proto !== Service.prototype;
    proto = Object.getPrototypeOf(proto)
  ) {
    for (const name of Object.getOwnPropertyNames(proto)) {
      if (name === 'constructor' || Object.hasOwn(Class, name)) continue
      Object.defineProperty(Class, name, {
        value: (...args: unknown[]) => {
          shared ??= new Class() as unknown as NonNullable<typeof shared>
          return shared[name]?.(...args)
        },
      })
    }
  }
  return Class as Class & MethodsOf<Class>
}
