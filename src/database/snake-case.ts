import { DefaultNamingStrategy } from 'typeorm';

/**
 * `categoryId` is the column `category_id`, and the relation `category` uses the same column, without a line in the
 * entity.
 */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string): string {
    return custom || snakeCase(property);
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snakeCase(`${relation}_${referenced}`);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
