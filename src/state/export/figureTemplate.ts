/** Where the build makes the page that a figure is written into, below the site's folder. */
export const FIGURE_TEMPLATE = 'figure/template.html';

/** `id` of the element of such a page that holds the data. */
export const DATA_ID = 'calibration-explorer-data';
/** What stands there until a figure is written into it. */
export const PLACE = { title: '%FIGURE_TITLE%', data: '%FIGURE_DATA%' } as const;
