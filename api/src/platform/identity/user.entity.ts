import type { Opt, Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../core/graphql/node.ts';

/** A person who can sign in. better-auth reads and writes the four tables of this module; we own their shape. */
@Entity({ tableName: 'users' })
@Check({ name: 'users_locale_known', expression: "locale in ('zh-CN', 'en')" })
export class User {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Property({ type: 'text' })
  name!: string;

  @Unique()
  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'boolean', default: false })
  emailVerified: Opt<boolean> = false;

  /** E.164, where the person signs in by phone. */
  @Unique()
  @Property({ type: 'text', nullable: true })
  phoneNumber?: string | null;

  @Property({ type: 'boolean', default: false })
  phoneNumberVerified: Opt<boolean> = false;

  @Property({ type: 'text', nullable: true })
  image?: string | null;

  /** The language they last used; messages are written in it. Null until they first came. */
  @Property({ type: 'text', nullable: true })
  locale?: string | null;

  /** The rehearsal of a competition that the person was made up for. */
  @Index()
  @Property({ type: 'uuid', nullable: true })
  rehearsalId?: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}

@Entity({ tableName: 'sessions' })
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  user!: Ref<User>;

  @Unique()
  @Property({ type: 'text' })
  token!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'text', nullable: true })
  ipAddress?: string | null;

  @Property({ type: 'text', nullable: true })
  userAgent?: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}

/** Another login (WeChat, an organization's own) and who somebody is there; its tokens are not kept. */
@Entity({ tableName: 'accounts' })
export class Account {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();

  @Index()
  @ManyToOne(() => User, { ref: true, deleteRule: 'cascade' })
  user!: Ref<User>;

  @Property({ type: 'text' })
  accountId!: string;

  @Property({ type: 'text' })
  providerId!: string;

  @Property({ type: 'text', nullable: true })
  accessToken?: string | null;

  @Property({ type: 'text', nullable: true })
  refreshToken?: string | null;

  @Property({ type: 'text', nullable: true })
  idToken?: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  accessTokenExpiresAt?: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  refreshTokenExpiresAt?: Date | null;

  @Property({ type: 'text', nullable: true })
  scope?: string | null;

  @Property({ type: 'text', nullable: true })
  password?: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}

/** A one-time code on its way, hashed; gone when used or out of time. */
@Entity({ tableName: 'verifications' })
export class Verification {
  /** Mostly ours, but better-auth also reserves rows under names of its own. */
  @PrimaryKey({ type: 'text' })
  id: string = newId();

  @Index()
  @Property({ type: 'text' })
  identifier!: string;

  @Property({ type: 'text' })
  value!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  updatedAt!: Date;
}
