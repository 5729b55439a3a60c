namespace Meerlaags.Deliberation.Proportional;

/// <summary>Thrown when a budget, or a check of one, is beyond a stated limit; the message says which.</summary>
public sealed class BudgetLimitException(string message) : Exception(message);
