export { drawPanel, type PanelDrawing } from './drawPanel'
