import type { EntityManager } from '@mikro-orm/postgresql';
import { load, type Context } from '../../core/context.ts';
import { Form, FormSection } from './form.entity.ts';

/** The forms that every installation has. */
export const builtInForms = { project: 'project', case: 'case' } as const;

/** In the order in which they are written. */
export const findSections = async (em: EntityManager, formId: string): Promise<FormSection[]> =>
  await em.find(FormSection, { form: formId }, { orderBy: { ordinal: 'asc' } });

export const findForm = async (em: EntityManager, key: string): Promise<Form | null> => await em.findOne(Form, { key });

/** A form that this installation has; the one for projects unless said otherwise. For imports and set-up. */
export async function needForm(em: EntityManager, key: string = builtInForms.project): Promise<Form> {
  const form = await findForm(em, key);
  if (!form) throw new Error(`there is no form ${key}`);
  return form;
}

/** In the order in which they are written; of many forms in one statement. */
export async function sectionsOfForm(context: Context, formId: string): Promise<FormSection[]> {
  return await load<FormSection[]>(
    context,
    'form.sections',
    formId,
    async (ids) => {
      const sections = await context.em.find(
        FormSection,
        { form: { $in: [...ids] } },
        { orderBy: { form: 'asc', ordinal: 'asc' } },
      );
      return Map.groupBy(sections, (section) => section.form.id);
    },
    [],
  );
}
