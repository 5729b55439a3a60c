using System.Globalization;
using CsvHelper;

namespace Meerlaags.Web.Features.Register.Files;

/// <summary>Other names that people use for organisations, each with its source.</summary>
public static class Aliases
{
    /// <summary>Name of the file that comes with the product.</summary>
    public const string FileName = "aliases.csv";

    /// <summary>The names by code of the organisation.</summary>
    public static ILookup<string, string> Read(string path)
    {
        using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
        return csv.GetRecords(
                new
                {
                    code = "",
                    alias = "",
                    source = "",
                }
            )
            .ToLookup(row => row.code, row => row.alias);
    }
}
