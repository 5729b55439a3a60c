using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Administration;

/// <summary>A review of rights for a spreadsheet.</summary>
public static class ReviewTable
{
    private static readonly string[] Columns = ["Number", "Right", "Name", "Email", "What", "LastUsed", "Verdict", "Reason", "Change"];

    // What people typed begins no formula in a spreadsheet.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape };

    /// <summary>The rights as text with semicolons between.</summary>
    public static string Write(IEnumerable<SeenRight> rights, Texts texts)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, Form);
        foreach (var column in Columns)
            csv.WriteField(texts["Administration.Review.Column." + column]);
        csv.NextRecord();
        foreach (var right in rights)
        {
            csv.WriteField(right.Row.Number);
            csv.WriteField(texts["Administration.Review.Kind." + right.Row.Kind]);
            csv.WriteField(right.Name ?? texts["Administration.Forgotten"]);
            csv.WriteField(right.Email ?? "");
            csv.WriteField(ReviewWords.What(right, texts));
            csv.WriteField(right.Row.LastUsedAt is { } used ? DutchTime.DayOf(used).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
            csv.WriteField(right.Row.Verdict is { } verdict ? texts["Administration.Review.Verdict." + verdict] : "");
            csv.WriteField(right.Row.Reason);
            csv.WriteField(texts["Administration.Review.Change." + right.Change]);
            csv.NextRecord();
        }
        csv.Flush();
        return text.ToString();
    }
}
