namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// The Snowball stemmer for Dutch (Porter; snowballstem.org, "Dutch stemming algorithm"): regions R1 and R2, suffixes in four steps, double
/// vowels made single. Input: one word in lower case.
/// </summary>
public static class DutchStemmer
{
    private const string Vowels = "aeiouyè";

    /// <summary>The stem of a word in lower case; words shorter than three letters are their own stem.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = Prepare(word);
        var text = new Word(letters);
        text.StepPlural();
        text.StepFinalE();
        text.StepHeid();
        text.StepDerived();
        text.StepDoubleVowel();
        return text.ToString().Replace('Y', 'y').Replace('I', 'i');
    }

    // Umlauts and acute accents go; y at the start or after a vowel and i between vowels are consonants, written as capitals.
    private static char[] Prepare(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            letters[i] = letters[i] switch
            {
                'ä' or 'á' => 'a',
                'ë' or 'é' => 'e',
                'ï' or 'í' => 'i',
                'ö' or 'ó' => 'o',
                'ü' or 'ú' => 'u',
                var other => other,
            };
        for (var i = 0; i < letters.Length; i++)
        {
            var afterVowel = i > 0 && IsVowel(letters[i - 1]);
            if (letters[i] == 'y' && (i == 0 || afterVowel))
                letters[i] = 'Y';
            else if (letters[i] == 'i' && afterVowel && i + 1 < letters.Length && IsVowel(letters[i + 1]))
                letters[i] = 'I';
        }
        return letters;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private sealed class Word
    {
        private readonly int r1;
        private readonly int r2;
        private string text;
        private bool finalERemoved;

        public Word(char[] letters)
        {
            text = new string(letters);
            r1 = RegionAfter(0);
            r2 = RegionAfter(r1);
            r1 = Math.Max(r1, 3); // at least three letters before R1
        }

        public override string ToString() => text;

        public void StepPlural()
        {
            if (Ends("heden"))
            {
                if (In(r1, 5))
                    text = text[..^5] + "heid";
            }
            else if (Ends("ene"))
                RemoveEn(3);
            else if (Ends("en"))
                RemoveEn(2);
            else if (Ends("se"))
                RemoveS(2);
            else if (Ends("s"))
                RemoveS(1);
        }

        public void StepFinalE()
        {
            finalERemoved = false;
            if (!Ends("e") || !In(r1, 1) || !ConsonantBefore(1))
                return;
            Cut(1);
            finalERemoved = true;
            Undouble();
        }

        public void StepHeid()
        {
            if (!Ends("heid") || !In(r2, 4) || Before(4) == 'c')
                return;
            Cut(4);
            if (Ends("en"))
                RemoveEn(2);
        }

        public void StepDerived()
        {
            if (Ends("end") || Ends("ing"))
            {
                if (!In(r2, 3))
                    return;
                Cut(3);
                if (Ends("ig") && In(r2, 2) && Before(2) != 'e')
                    Cut(2);
                else
                    Undouble();
            }
            else if (Ends("ig"))
            {
                if (In(r2, 2) && Before(2) != 'e')
                    Cut(2);
            }
            else if (Ends("lijk"))
            {
                if (!In(r2, 4))
                    return;
                Cut(4);
                StepFinalE();
            }
            else if (Ends("baar"))
            {
                if (In(r2, 4))
                    Cut(4);
            }
            else if (Ends("bar") && In(r2, 3) && finalERemoved)
                Cut(3);
        }

        public void StepDoubleVowel()
        {
            if (text.Length < 4)
                return;
            var (c, v, w, d) = (text[^4], text[^3], text[^2], text[^1]);
            if (!IsVowel(c) && v == w && (v is 'a' or 'e' or 'o' or 'u') && !IsVowel(d) && d != 'I')
                text = text[..^2] + d;
        }

        private void RemoveEn(int length)
        {
            if (!In(r1, length) || !ConsonantBefore(length) || text[..^length].EndsWith("gem", StringComparison.Ordinal))
                return;
            Cut(length);
            Undouble();
        }

        private void RemoveS(int length)
        {
            if (In(r1, length) && ConsonantBefore(length) && Before(length) != 'j')
                Cut(length);
        }

        private void Undouble()
        {
            if (Ends("kk") || Ends("dd") || Ends("tt"))
                Cut(1);
        }

        private bool Ends(string suffix) => text.EndsWith(suffix, StringComparison.Ordinal);

        private bool In(int region, int length) => text.Length - length >= region;

        private char Before(int length) => text.Length > length ? text[^(length + 1)] : ' ';

        private bool ConsonantBefore(int length) => text.Length > length && !IsVowel(Before(length));

        private void Cut(int length) => text = text[..^length];

        // The region after the first non-vowel that follows a vowel.
        private int RegionAfter(int from)
        {
            for (var i = from + 1; i < text.Length; i++)
                if (!IsVowel(text[i]) && IsVowel(text[i - 1]))
                    return i + 1;
            return text.Length;
        }
    }
}
