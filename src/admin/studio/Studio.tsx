'use client'

import { useState } from 'react'
import { ImportDialog } from '../import/ImportDialog'
import { useShowImported } from '../import/useShowImported'
import { useAdminPath } from '../lib/useAdminPath'
import { ProjectCard, type ProjectCardData } from './ProjectCard'
import { type RunningRun, RunningWork } from './RunningWork'
import './studio.css'

/** The studio: running work, and the projects as cards. */
export function Studio({
  projects,
  totalProjects,
  importable,
  currentProjectId,
  runs,
  canCreate,
}: {
  projects: ProjectCardData[]
  totalProjects: number
  /** Into which scripts may be imported; of all, also those without a card. */
  importable: Array<{ id: string; label: string }>
  /** To which the user has narrowed their lists. */
  currentProjectId: string | null
  runs: RunningRun[]
  canCreate: boolean
}) {
  const showImported = useShowImported()
  const adminPath = useAdminPath()
  const [isImporting, setIsImporting] = useState(false)
  const isEmpty = projects.length === 0

  return (
    <div className="sr-studio">
      <header className="sr-studio__header">
        <h1>Studio</h1>
        <div className="sr-studio__actions">
          {canCreate && (
            <a className="sr-button" href={adminPath('/collections/projects/create')}>
              New project
            </a>
          )}
          {(canCreate || importable.length > 0) && (
            <button
              type="button"
              className="sr-button sr-button--primary"
              onClick={() => setIsImporting(true)}
            >
              Import a script
            </button>
          )}
        </div>
      </header>
      <RunningWork initial={runs} />
      {isEmpty ? (
        <Welcome canCreate={canCreate} onImport={() => setIsImporting(true)} />
      ) : (
        <section aria-label="Projects">
          <div className="sr-studio__grid">
            {projects.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
          </div>
          {totalProjects > projects.length && (
            <p className="sr-studio__more">
              <a href={adminPath('/collections/projects')}>All {totalProjects} projects</a>
            </p>
          )}
        </section>
      )}
      {isImporting && (
        <ImportDialog
          projects={importable}
          firstProjectId={currentProjectId ?? undefined}
          canCreateProject={canCreate}
          onClose={() => setIsImporting(false)}
          onImported={showImported}
        />
      )}
    </div>
  )
}

/** What a newcomer does first, and what happens then. */
function Welcome({ canCreate, onImport }: { canCreate: boolean; onImport: () => void }) {
  if (!canCreate) {
    return (
      <div className="sr-empty">
        <h2>No projects yet</h2>
        <p>You see a project here as soon as its producer adds you to it.</p>
      </div>
    )
  }
  return (
    <div className="sr-empty sr-studio__welcome">
      <h2>From a script to a storyboard</h2>
      <ol>
        <li>
          <strong>Import a script.</strong> Scenes, characters and dialogue are read from it.
        </li>
        <li>
          <strong>Run the pipeline.</strong> Shots are suggested, panels drawn, lines spoken, and put
          together.
        </li>
        <li>
          <strong>Review and approve.</strong> Change what you like; what you changed is never overwritten.
        </li>
      </ol>
      <button type="button" className="sr-button sr-button--primary" onClick={onImport}>
        Import your first script
      </button>
    </div>
  )
}
