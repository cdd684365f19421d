import { textFields } from '../../core/graphql/text-fields.ts';
import { Category, Competition } from './competition.entity.ts';
import { Question } from './questions/question.entity.ts';
import { Criterion } from './rubrics/rubric.entity.ts';
import { Stage } from './stage.entity.ts';

const name = { texts: 'The name as it was written, for whoever edits it.' };

/** What a competition and its parts say in two languages. */
export const competitionTexts = [
  textFields(Competition, {
    name,
    tagline: { shown: 'What it is, in one sentence.' },
    description: { shown: 'Plain text; a blank line begins a paragraph.' },
  }),
  textFields(Stage, { name }),
  textFields(Category, { name }),
  textFields(Question, {
    prompt: { texts: 'As it was written, for whoever edits it.' },
    help: { shown: 'Empty where there is none.' },
    unit: { shown: 'Of a number; empty where there is none.' },
  }),
  textFields(Criterion, {
    name: { texts: 'The name as it was declared, for whoever edits it.' },
    guidance: { shown: 'What high, middling and low marks look like.' },
  }),
];
