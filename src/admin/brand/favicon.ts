const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1c1a18"/><path d="M8 6v20M24 6v20M3 12.7h5M3 19.3h5M24 12.7h5M24 19.3h5" stroke="#8d8780" stroke-width="1.6"/><path d="M12.6 10.8v10.4l8.4-5.2z" fill="#e59a4d"/></svg>`

/** The tab's icon, carried in the page: no file to serve, nothing to cache. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(svg)}`
