import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { Form, FormSection } from './form.entity.ts';
import { sectionsOfForm } from './form.queries.ts';

@Resolver(() => Form)
export class FormResolver {
  @Query(() => [Form], { description: 'What competitions may ask for.' })
  async forms(@Ctx() { em }: Context): Promise<Form[]> {
    return await em.find(Form, {}, { orderBy: { id: 'asc' } });
  }

  @FieldResolver(() => String)
  name(@Root() form: Form, @Ctx() { locale }: Context): string {
    return form.name.in(locale);
  }

  @FieldResolver(() => String, { description: 'What its title is called.' })
  titleName(@Root() form: Form, @Ctx() { locale }: Context): string {
    return form.titleName.in(locale);
  }

  @FieldResolver(() => [FormSection], { description: 'In their order.' })
  async sections(@Root() form: Form, @Ctx() context: Context): Promise<FormSection[]> {
    return await sectionsOfForm(context, form.id);
  }
}

@Resolver(() => FormSection)
export class FormSectionResolver {
  @FieldResolver(() => String)
  name(@Root() section: FormSection, @Ctx() { locale }: Context): string {
    return section.name.in(locale);
  }

  @FieldResolver(() => String, { description: 'What good looks like; a line each.' })
  prompt(@Root() section: FormSection, @Ctx() { locale }: Context): string {
    return section.prompt.in(locale);
  }

  @FieldResolver(() => String, { description: 'How somebody has written it; empty where nobody has.' })
  example(@Root() section: FormSection, @Ctx() { locale }: Context): string {
    return section.example.in(locale);
  }
}
