import rows from '../data/named-projects.json' with { type: 'json' };

/** The five projects that the published account names, retold from its facts. They are entered first. */
export const namedProjects = rows;
