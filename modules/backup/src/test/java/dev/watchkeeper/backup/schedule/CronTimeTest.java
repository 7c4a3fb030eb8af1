package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0 2 * * *", "*/6 0-23/2 1,15 1-12 1-5", "59 23 31 12 7"})
    void takesWhatCronTakes(String text) throws FaultException {
        assertThat(CronTime.check(text)).isEqualTo(text);
    }

    @Test
    void bringsItIntoForm() throws FaultException {
        assertThat(CronTime.check("  0   2\t* * * ")).isEqualTo("0 2 * * *");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * | has 4 fields",
                "60 2 * * * | no minute",
                "0 24 * * * | no hour",
                "0 2 0 * * | no day of the month",
                "0 2 * * 8 | no day of the week",
                "0 2 * * */0 | no day of the week",
                "0 2 * * *;rm | no day of the week",
                "0 2 * x * | no month",
            })
    void saysWhatIsWrong(String text, String words) {
        assertThat(catchThrowableOfType(FaultException.class, () -> CronTime.check(text))
                        .fault()
                        .message())
                .contains(words);
    }
}
