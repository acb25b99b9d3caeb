import './brand.css'
import { Mark } from './Mark'

/** On the sign-in page. */
export function Logo() {
  return (
    <div className="sr-logo">
      <Mark size={52} />
      <span className="sr-logo__name">Showrunner</span>
    </div>
  )
}
