import ts from "typescript";
import type { Problem } from "./problem.ts";
import { fileText, repositoryFiles } from "./repository-files.ts";
import { publishedPackages } from "./workspace-packages.ts";

/** Every option that may be left out says in its doc comment, with `@default`, what happens then. */
export async function optionDefaults(root: string): Promise<Problem[]> {
  const sources = (await publishedPackages(root)).map(({ folder }) => `${folder}/src/`);
  const files = (await repositoryFiles(root)).filter(
    (file) => /\.tsx?$/.test(file) && sources.some((source) => file.startsWith(source)),
  );
  const problems = await Promise.all(files.map(async (file) => undocumented(file, await fileText(root, file))));
  return problems.flat();
}

function undocumented(file: string, text: string): Problem[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isOptionsType).flatMap((declaration) =>
    optionsIn(declaration)
      .filter((option) => option.questionToken && !hasDefault(option))
      .map((option) => ({
        file,
        line: source.getLineAndCharacterOfPosition(option.getStart()).line + 1,
        message: `${declaration.name.text}.${option.name.getText()} may be left out and has no @default in its doc comment`,
      })),
  );
}

function isOptionsType(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) return false;
  const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return isExported === true && statement.name.text.endsWith("Options");
}

/** The options of an interface, or of every object type that an alias is made of. */
function optionsIn(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): ts.PropertySignature[] {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members.filter(ts.isPropertySignature);
  const found: ts.PropertySignature[] = [];
  const visit = (type: ts.Node): void => {
    if (ts.isTypeLiteralNode(type)) found.push(...type.members.filter(ts.isPropertySignature));
    else if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) type.types.forEach(visit);
    else if (ts.isParenthesizedTypeNode(type)) visit(type.type);
  };
  visit(declaration.type);
  return found;
}

function hasDefault(option: ts.PropertySignature): boolean {
  return ts.getJSDocTags(option).some(({ tagName, comment }) => tagName.text === "default" && Boolean(comment));
}
