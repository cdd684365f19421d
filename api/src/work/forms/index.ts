export { basicsKey, Form, FormSection } from './form.entity.ts';
export { builtInForms, findForm, findSections, needForm, sectionsOfForm } from './form.queries.ts';
export { FormResolver, FormSectionResolver } from './form.resolver.ts';
