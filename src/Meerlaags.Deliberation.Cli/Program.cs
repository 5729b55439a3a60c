using Meerlaags.Deliberation.Cli;
using Meerlaags.Deliberation.Proportional;

if (Options.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 1;
}
try
{
    switch (options.Command)
    {
        case "pb":
            PbCommand.Run(options);
            return 0;
        case "committees":
            CommitteesCommand.Run(options);
            return 0;
        case "polis":
            if (options.Own)
                OwnCommand.Run(options);
            else
                PolisCommand.Run(options);
            return 0;
        case "production":
            ProductionCommand.Run(options);
            return 0;
        case "similarity":
            SimilarityCommand.Run(options);
            return 0;
        case "priceability":
            PriceabilityCommand.Run(options);
            return 0;
        default:
            await Console.Error.WriteLineAsync(Options.Usage);
            return 1;
    }
}
// What a file may be guilty of; anything else is a fault of ours and shows as one.
catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or BudgetLimitException)
{
    await Console.Error.WriteLineAsync($"{options.File}: {fault.Message}");
    return 2;
}
