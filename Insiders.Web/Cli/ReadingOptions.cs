using System.CommandLine;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Problems;

namespace Insiders.Web.Cli;

/// <summary>The options that say how a sales file is read and answer questions about it.</summary>
public static class ReadingOptions
{
    private static readonly Option<string?> s_mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "How to read the file, and answers, as JSON. The other options here win over it.",
    };

    private static readonly Option<string[]> s_columns = new("--column")
    {
        HelpName = "NAME=HEADER",
        Description = $"The header of a column, such as Customer=Email. NAME is one of {string.Join(", ", Enum.GetNames<LedgerColumn>())}. May stand several times.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string[]> s_answers = new("--answer")
    {
        HelpName = "QUESTION=ANSWER",
        Description = "An answer to a question about the data, as printed under that heading, such as nobody=customer. May stand several times.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> s_datePattern = new("--date-pattern")
    {
        HelpName = "PATTERN",
        Description = "How dates are written, such as dd/MM/yyyy, MM/dd/yyyy, excel or unix. Default: detected.",
    };

    private static readonly Option<string?> s_decimalMark = new("--decimal-mark") { HelpName = "MARK", Description = "What begins the fraction of a number: point or comma. Default: detected." };

    private static readonly Option<string?> s_encoding = new("--encoding")
    {
        HelpName = "NAME",
        Description = $"The file's characters, one of {string.Join(", ", Enum.GetNames<TextEncoding>())}. Default: detected.",
    };

    private static readonly Option<string?> s_sheet = new("--sheet") { HelpName = "NAME", Description = "The sheet of an Excel workbook. Default: the first." };

    /// <summary>The options.</summary>
    public static IEnumerable<Option> All => [s_mapping, s_sheet, s_columns, s_answers, s_datePattern, s_decimalMark, s_encoding];

    /// <summary>What was said on the command line.</summary>
    /// <exception cref="RefusedException">A value is none that the option takes, or the mapping cannot be read.</exception>
    public static ImportChoices Read(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        var choices = parsed.GetValue(s_mapping) is { } path ? ReadMapping(path) : ImportChoices.None;
        foreach (var (name, header) in parsed.GetValue(s_columns)!.Select(text => Pair("--column", text)))
        {
            choices = choices with { Columns = choices.Columns.SetItem(One<LedgerColumn>("--column", name), header) };
        }

        foreach (var (name, answer) in parsed.GetValue(s_answers)!.Select(text => Pair("--answer", text)))
        {
            choices = choices with { Answers = choices.Answers.SetItem(Code(name), Known(name, answer)) };
        }

        return choices with
        {
            DatePattern = parsed.GetValue(s_datePattern) is { } pattern ? Pattern(pattern) : choices.DatePattern,
            DecimalMark = parsed.GetValue(s_decimalMark) is { } mark ? One<DecimalMark>("--decimal-mark", mark) : choices.DecimalMark,
            Sheet = parsed.GetValue(s_sheet) ?? choices.Sheet,
            Encoding = parsed.GetValue(s_encoding) is { } encoding ? One<TextEncoding>("--encoding", encoding) : choices.Encoding,
        };
    }

    /// <summary>The option that answers an open question.</summary>
    public static string Answering(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Code switch
        {
            QuestionCode.DayOrMonth => "say which with --date-pattern, such as --date-pattern MM/dd/yyyy",
            QuestionCode.DecimalMark => "say which with --decimal-mark point or --decimal-mark comma",
            _ => $"say which with {string.Join(" or ", question.Alternatives.Select(answer => $"--answer {question.Key}={answer}"))}",
        };
    }

    private static ImportChoices ReadMapping(string path)
    {
        try
        {
            return ImportChoices.Parse(File.ReadAllText(path)) ?? throw new RefusedException($"{path} is no mapping: expected JSON as the import wizard writes it.");
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The mapping {path} cannot be read: {refusal.Message}", refusal);
        }
    }

    private static (string Name, string Value) Pair(string option, string text) => text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value]
        ? (name, value) : throw new RefusedException($"{option} expects a name and a value with = between, and found '{text}'.");

    private static T One<T>(string option, string text)
        where T : struct, Enum
        => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !int.TryParse(text, out _)
            ? value : throw new RefusedException($"{option} expects one of {string.Join(", ", Enum.GetNames<T>())}, and found '{text}'.");

    private static QuestionCode Code(string name) => Question.FindCode(name) switch
    {
        { } code when !Question.IsOfCleaning(code) => code,
        null => throw new RefusedException(
            $"--answer knows no question '{name}'. There are: {string.Join(", ", Enum.GetValues<QuestionCode>().Where(code => !Question.IsOfCleaning(code)).Select(Question.KeyOf))}."),
        _ => throw new RefusedException($"--answer cannot change {name}, which cleaning decides: use --preset study, or a recipe with \"tellsApart\": false."),
    };

    private static string Known(string name, string answer) => Question.AnswersTo(Code(name)) is var answers && (answers.IsEmpty || answers.Contains(answer))
        ? answer : throw new RefusedException($"--answer {name} expects one of {string.Join(", ", Question.AnswersTo(Code(name)))}, and found '{answer}'.");

    private static string Pattern(string pattern)
    {
        try
        {
            return new ImportOptions { DatePattern = pattern }.DatePattern!;
        }
        catch (ArgumentException)
        {
            throw new RefusedException($"--date-pattern expects a pattern such as dd/MM/yyyy, and found '{pattern}'.");
        }
    }
}
