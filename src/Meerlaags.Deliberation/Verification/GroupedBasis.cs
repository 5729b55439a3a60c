using System.Numerics;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// A basis of a <see cref="PriceProgramme"/> and its inverse: per group one key variable that takes what the group's other basic
/// variables leave of 1, and per row one further basic variable whose column is taken relative to the key of its group
/// (Dantzig and Van Slyke 1967). Numbers are doubles or fractions.
/// </summary>
internal sealed class GroupedBasis<T>
    where T : struct,
        IAdditionOperators<T, T, T>,
        ISubtractionOperators<T, T, T>,
        IMultiplyOperators<T, T, T>,
        IDivisionOperators<T, T, T>,
        IUnaryNegationOperators<T, T>,
        IComparisonOperators<T, T, bool>,
        IAdditiveIdentity<T, T>,
        IMultiplicativeIdentity<T, T>
{
    private static readonly T Zero = T.AdditiveIdentity;
    private static readonly T One = T.MultiplicativeIdentity;
    private readonly PriceProgramme programme;
    private readonly T[] weights;
    private readonly T[] costs;
    private T[][] inverse = [];

    /// <summary>Weights and costs may be in any unit: it scales tau alone.</summary>
    public GroupedBasis(PriceProgramme programme, T[] weights, T[] costs, (int[] Keys, int[] Basic) start)
    {
        (this.programme, this.weights, this.costs) = (programme, weights, costs);
        (Keys, Basic) = ([.. start.Keys], [.. start.Basic]);
        Values = new T[Basic.Length];
    }

    public int[] Keys { get; }

    /// <summary>The basic variable at each position, one per row.</summary>
    public int[] Basic { get; }

    /// <summary>The value of the variable at each position.</summary>
    public T[] Values { get; private set; }

    public int GroupAt(int position) => Basic[position] < programme.Tau ? programme.GroupOf[Basic[position]] : -1;

    public T Weight(int group) => weights[group];

    /// <summary>What is left for the key of a group.</summary>
    public T KeyValue(int group)
    {
        var left = One;
        for (var p = 0; p < Basic.Length; p++)
            if (GroupAt(p) == group)
                left -= Values[p];
        return left;
    }

    /// <summary>The price of a variable's column, per unit of weight for variables of a group.</summary>
    public T PriceOf(int variable, T[] prices)
    {
        if (variable < programme.Tau)
        {
            var group = programme.GroupOf[variable];
            var (ballot, payments) = (programme.Ballots[group], programme.Payments[group]);
            var at = variable - programme.First[group];
            if (at < payments)
                return prices[ballot[at]];
            var sum = Zero;
            for (var i = payments; i < ballot.Length; i++)
                sum += prices[ballot[i]];
            return sum;
        }
        if (variable > programme.Tau)
            return prices[programme.RowOf(variable)];
        var total = Zero;
        for (var row = 0; row < costs.Length; row++)
            total -= costs[row] * prices[row];
        return total;
    }

    /// <summary>The prices of the rows: the combination of inverse rows by the costs of the basic variables.</summary>
    public T[] Prices(Func<int, T> costOf)
    {
        var prices = new T[Basic.Length];
        for (var p = 0; p < Basic.Length; p++)
            if (costOf(Basic[p]) is var cost && cost != Zero)
                for (var row = 0; row < prices.Length; row++)
                    prices[row] += cost * inverse[p][row];
        return prices;
    }

    /// <summary>By how much each position falls per unit of an entering variable.</summary>
    public T[] Direction(int entering)
    {
        var column = new T[Basic.Length];
        AddRelative(column, entering);
        return Solve(column);
    }

    /// <summary>A new variable takes a position after going so far in its direction.</summary>
    public void Replace(int position, int entering, (T[] Direction, T Length) way)
    {
        var (direction, pivot) = (way.Direction, inverse[position]);
        var factor = One / direction[position];
        for (var c = 0; c < pivot.Length; c++)
            pivot[c] *= factor;
        for (var p = 0; p < inverse.Length; p++)
            if (p != position && direction[p] != Zero)
                Subtract(inverse[p], pivot, direction[p]);
        Subtract(Values, direction, way.Length);
        (Basic[position], Values[position]) = (entering, way.Length);
    }

    /// <summary>Where no basic variable is in the group beside the key, the entering one becomes key.</summary>
    public void ReplaceKey(int entering, T[] direction, T length)
    {
        Subtract(Values, direction, length);
        Keys[programme.GroupOf[entering]] = entering;
    }

    /// <summary>Makes the variable at a position the key of its group; the former key takes the position.</summary>
    public void SwapKey(int position)
    {
        var group = GroupAt(position);
        var row = inverse[position];
        Values[position] = KeyValue(group);
        for (var p = 0; p < inverse.Length; p++)
            if (p != position && GroupAt(p) == group)
                Subtract(row, inverse[p], -One);
        for (var c = 0; c < row.Length; c++)
            row[c] = -row[c];
        (Keys[group], Basic[position]) = (Basic[position], Keys[group]);
    }

    /// <summary>The values of all positions from the inverse: every group's 1 lies on its key.</summary>
    public void Evaluate()
    {
        var right = new T[Basic.Length];
        foreach (var key in Keys)
            AddColumn(right, key, -One);
        Values = Solve(right);
    }

    /// <summary>Computes the inverse anew (Gauss-Jordan, sparse columns first); false when the columns are dependent.</summary>
    public bool Factor()
    {
        var size = Basic.Length;
        var matrix = new T[size][]; // rows
        inverse = new T[size][];
        for (var r = 0; r < size; r++)
        {
            (matrix[r], inverse[r]) = (new T[size], new T[size]);
            inverse[r][r] = One;
        }
        var entries = new int[size];
        for (var p = 0; p < size; p++)
        {
            var column = new T[size];
            AddRelative(column, Basic[p]);
            for (var r = 0; r < size; r++)
            {
                matrix[r][p] = column[r];
                entries[p] += column[r] != Zero ? 1 : 0;
            }
        }
        var rowOf = new int[size];
        var used = new bool[size];
        foreach (var p in Enumerable.Range(0, size).OrderBy(p => entries[p]))
        {
            var row = PivotRow(matrix, used, p);
            if (row < 0)
                return false;
            (used[row], rowOf[p]) = (true, row);
            Clear(matrix, row, p);
        }
        inverse = [.. rowOf.Select(row => inverse[row])];
        return true;
    }

    private void Clear(T[][] matrix, int row, int column)
    {
        var factor = One / matrix[row][column];
        for (var c = 0; c < matrix.Length; c++)
            (matrix[row][c], inverse[row][c]) = (matrix[row][c] * factor, inverse[row][c] * factor);
        for (var r = 0; r < matrix.Length; r++)
            if (r != row && matrix[r][column] is var times && times != Zero)
            {
                Subtract(matrix[r], matrix[row], times);
                Subtract(inverse[r], inverse[row], times);
            }
    }

    // Doubles want the largest pivot. Fractions only need one that is not 0; few other entries keep them short.
    private static int PivotRow(T[][] matrix, bool[] used, int column)
    {
        var (best, largest, fewest) = (-1, Zero, int.MaxValue);
        for (var r = 0; r < matrix.Length; r++)
        {
            if (used[r] || matrix[r][column] == Zero)
                continue;
            var size = matrix[r][column] < Zero ? -matrix[r][column] : matrix[r][column];
            var count = typeof(T) == typeof(double) ? 0 : matrix[r].Count(entry => entry != Zero);
            if (count < fewest || count == fewest && size > largest)
                (best, largest, fewest) = (r, size, count);
        }
        return best;
    }

    private T[] Solve(T[] right)
    {
        var solution = new T[Basic.Length];
        for (var row = 0; row < right.Length; row++)
            if (right[row] is var value && value != Zero)
                for (var p = 0; p < solution.Length; p++)
                    if (inverse[p][row] != Zero)
                        solution[p] += inverse[p][row] * value;
        return solution;
    }

    private void AddRelative(T[] target, int variable)
    {
        AddColumn(target, variable, One);
        if (variable < programme.Tau)
            AddColumn(target, Keys[programme.GroupOf[variable]], -One);
    }

    private void AddColumn(T[] target, int variable, T times)
    {
        if (variable > programme.Tau)
            target[programme.RowOf(variable)] += times;
        else if (variable == programme.Tau)
            for (var row = 0; row < target.Length; row++)
                target[row] -= times * costs[row];
        else
        {
            var group = programme.GroupOf[variable];
            var (ballot, payments) = (programme.Ballots[group], programme.Payments[group]);
            var at = variable - programme.First[group];
            if (at < payments)
                target[ballot[at]] += times * weights[group];
            else
                for (var i = payments; i < ballot.Length; i++)
                    target[ballot[i]] += times * weights[group];
        }
    }

    private static void Subtract(T[] target, T[] row, T times)
    {
        for (var c = 0; c < target.Length; c++)
            if (row[c] != Zero)
                target[c] -= times * row[c];
    }
}
