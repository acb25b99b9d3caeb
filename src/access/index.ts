export * from './projectAccess'
export * from './roles'
