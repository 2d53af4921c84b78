package studio.mofang.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.core.Fault;

class QueryTest {
    @ParameterizedTest
    @CsvSource({
        "page=2, 2",
        "q=a&page=2&x, 2",
        "page=%E7%8C%AB+%2B, 猫 +",
        "p%61ge=2, 2",
        "page=a=b, a=b",
        "page=, ''",
        "page, ''",
    })
    void aParameterIsReadByItsName(String query, String value) {
        assertThat(Query.parameter(query, "page")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "q=page", "Page=1", "page_size=1"})
    void whatIsNotGivenIsAbsent(String query) {
        assertThat(Query.parameter(query, "page")).isEmpty();
    }

    @Test
    void anAddressNeedsNone() {
        assertThat(Query.parameter(null, "page")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=%zz", "page=1&page=abc", "page=1&page=1", "page=%", "page=%e", "%zz=1"})
    void whatCannotBeReadOrIsGivenTwiceIsRefused(String query) {
        assertThatThrownBy(() -> Query.parameter(query, "page"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.fault()).isEqualTo(Fault.BAD_REQUEST));
    }
}
